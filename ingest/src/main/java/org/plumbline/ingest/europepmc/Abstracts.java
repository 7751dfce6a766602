package org.plumbline.ingest.europepmc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.ingest.text.ContentBuilder;

/// Cuts Europe PMC's title and abstract into sections as PubMed's are: the words with a little HTML between them,
/// where headings of level 4 begin the parts of a structured abstract. Only the tags that it uses are markup:
/// "p<0.05" is words.
final class Abstracts {

    private static final Pattern MARKUP = Pattern.compile(
            "<(/?)(h[1-6]|p|br|i|b|em|strong|sup|sub|u|ul|ol|li|div|span|a|sc|title|sec|italic|bold)(?:\\s[^<>]*)?/?>"
                    + "|&(amp|lt|gt|quot|apos|nbsp|#\\d{1,7}|#x[0-9a-fA-F]{1,6});",
            Pattern.CASE_INSENSITIVE);

    private final List<Section> sections = new ArrayList<>();
    private final Part part;
    private List<String> heading = List.of();
    private ContentBuilder words = new ContentBuilder();
    private int raised;

    private Abstracts(Part part) {
        this.part = part;
    }

    static List<Section> sections(String title, String abstractText) {
        List<Section> sections = new ArrayList<>(new Abstracts(Part.TITLE).read(title));
        for (Section section : new Abstracts(Part.ABSTRACT).read(abstractText)) {
            sections.add(new Section(
                    sections.size(),
                    section.part(),
                    section.role(),
                    section.heading(),
                    "",
                    section.content(),
                    section.marks(),
                    List.of()));
        }
        return List.copyOf(sections);
    }

    /// The title's words, empty where there is none.
    static String title(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.part() == Part.TITLE)
                .map(Section::content)
                .findFirst()
                .orElse("");
    }

    private List<Section> read(String html) {
        Matcher markup = MARKUP.matcher(html);
        int at = 0;
        while (markup.find()) {
            words.append(html.substring(at, markup.start()));
            at = markup.end();
            if (markup.group(3) != null) {
                words.append(character(markup.group(3)));
            } else {
                tag(markup.group(2).toLowerCase(Locale.ROOT), !markup.group(1).isEmpty());
            }
        }
        words.append(html.substring(at));
        end();
        return sections;
    }

    private void tag(String name, boolean closes) {
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "title" -> heading(closes);
            case "p", "br", "div", "li", "sec" -> words.endParagraph();
            case "sup" -> raise(closes, Mark.Kind.SUPERSCRIPT);
            case "sub" -> raise(closes, Mark.Kind.SUBSCRIPT);
            default -> {
                // A face of the letters says nothing.
            }
        }
    }

    private void heading(boolean closes) {
        if (part == Part.TITLE) {
            return;
        }
        if (closes) {
            String title = words.content().replaceFirst("[:.]$", "");
            heading = title.isEmpty() ? List.of() : List.of(title);
            words = new ContentBuilder();
        } else {
            end();
        }
    }

    private void raise(boolean closes, Mark.Kind kind) {
        if (closes) {
            words.mark(kind, Math.min(raised, words.length()), "");
        } else {
            raised = words.length();
        }
    }

    private void end() {
        String content = words.content();
        if (!content.isEmpty()) {
            sections.add(new Section(
                    sections.size(), part, Role.ofHeading(heading), heading, "", content, words.marks(), List.of()));
        }
        words = new ContentBuilder();
        heading = List.of();
        raised = 0;
    }

    private static String character(String entity) {
        return switch (entity.toLowerCase(Locale.ROOT)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> coded(entity.substring(1));
        };
    }

    private static String coded(String code) {
        int point = code.startsWith("x") || code.startsWith("X")
                ? Integer.parseInt(code.substring(1), 16)
                : Integer.parseInt(code);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}
