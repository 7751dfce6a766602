package org.plumbline.ingest.document.evaluate;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Section;
import org.plumbline.citations.text.Span;

/// Writes words in the form in which those of a PDF and those of an XML file are compared: what print and markup do
/// differently is taken out of both alike (white space, hyphens, quotation marks, citation marks, raised numbers);
/// letters, digits and every other sign stay.
final class ComparedWords {

    private static final Pattern BRACKETED = Pattern.compile("NUMBERS(?:\\s*[,;–‐-]?\\s*NUMBERS)*"
            .replace("NUMBERS", "\\[\\s*\\d{1,3}(?:\\s*[,;–‐-]\\s*\\d{1,3})*\\s*]"));
    private static final Pattern TAKEN_OUT =
            Pattern.compile("[\\s\\p{Z}\\p{Pd}\u00AD\u2212‘’“”\"'`´′″«»\u200B\u2060\uFEFF]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern BLANKS_AND_QUOTES =
            Pattern.compile("[\\s\\p{Z}\u00AD‘’“”\"'`´′″«»\u200B\u2060\uFEFF]+");
    private static final Pattern NUMBERS = Pattern.compile("[\\d,;–‐\\s-]+[a-z]?|[*†‡§¶#]+");

    private ComparedWords() {}

    /// Whether hyphens count.
    enum Hyphens {
        TAKEN_OUT,
        /// All dashes as one, so that a word that a line's end cut must be whole again.
        KEPT
    }

    /// All words of a section.
    static String of(Section section, Hyphens hyphens) {
        return of(section, new Span(0, section.content().length()), hyphens);
    }

    /// Those of a stretch of it.
    static String of(Section section, Span span, Hyphens hyphens) {
        StringBuilder words = new StringBuilder(section.content().substring(span.start(), span.end()));
        List<Mark> backwards = section.marks().stream()
                .filter(mark -> mark.start() >= span.start() && mark.end() <= span.end())
                .filter(mark -> isCitation(mark, section.content()))
                .sorted(Comparator.comparingInt(Mark::start).reversed())
                .toList();
        int before = words.length();
        for (Mark mark : backwards) {
            int end = Math.min(before, mark.end() - span.start());
            int start = mark.start() - span.start();
            if (end > start) {
                boolean bracketed = start > 0 && "[,–- ".indexOf(words.charAt(start - 1)) >= 0;
                words.replace(start, end, bracketed ? "1" : "");
                before = start;
            }
        }
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = BRACKETED.matcher(plain).replaceAll("");
        return switch (hyphens) {
            case TAKEN_OUT -> TAKEN_OUT.matcher(bare).replaceAll("");
            case KEPT ->
                BLANKS_AND_QUOTES.matcher(DASHES.matcher(bare).replaceAll("-")).replaceAll("");
        };
    }

    private static boolean isCitation(Mark mark, String content) {
        String words = content.substring(mark.start(), mark.end());
        return switch (mark.kind()) {
            case CITATION, SUPERSCRIPT -> NUMBERS.matcher(words.strip()).matches();
            case SUBSCRIPT, FORMULA, PAGE -> false;
        };
    }
}
