package org.plumbline.research.select;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Location;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;

/// A sentence of an article, where it stands.
///
/// @param role what its section is for; for an abstract without parts, what the sentence itself says it is for
record Sentence(Text text, Section section, Span span, Role role) {

    String words() {
        return span.of(section.content());
    }

    Location location() {
        return new Location(text.id(), section.number(), span.start(), span.end());
    }

    boolean inAbstract() {
        return section.part() == Part.ABSTRACT;
    }

    /// The sentences of a text that may report a result or the authors' conclusion: of its abstract, and of the
    /// results in its body. Titles, tables, captions and footnotes are left out: their words lean on their layout.
    static List<Sentence> in(Text text) {
        List<Sentence> sentences = new ArrayList<>();
        for (Section section : text.sections()) {
            boolean results = section.part() == Part.BODY && section.role() == Role.RESULTS;
            if ((section.part() == Part.ABSTRACT && !isRetold(section)) || results) {
                add(text, section, sentences);
            }
        }
        return sentences;
    }

    /// Editors' and lay summaries stand among abstracts and tell the article in words that are not its authors'.
    private static boolean isRetold(Section section) {
        return section.heading().stream()
                .anyMatch(
                        title -> title.matches(
                                "(?i).*\\b(editor|commentary|author summary|plain language|lay summary|highlights"
                                        + "|graphical|key points|what is known|what this study adds|significance)\\b.*|(?i)editors.*"));
    }

    private static void add(Text text, Section section, List<Sentence> into) {
        boolean structured = section.role() != Role.OTHER;
        for (Span span : Sentences.in(section.content(), section.marks())) {
            Role role = structured ? section.role() : roleOf(span.of(section.content()));
            into.add(new Sentence(text, section, span, role));
        }
    }

    private static Role roleOf(String words) {
        if (words.matches(
                "(?is)^(in conclusions?|conclusions?|in summary|to conclude|we conclude|taken together|these (results|findings"
                        + "|data) (suggest|indicate|show|demonstrate|support|confirm)|(our|the present) (results|findings|data|study)"
                        + " (suggests?|indicates?|shows?|demonstrates?|supports?|confirms?)).*|.*\\bwe conclude\\b.*")) {
            return Role.CONCLUSIONS;
        }
        if (words.matches(
                "(?is)^(background|introduction|objectives?|aims?|purpose|methods?|design|setting|patients|participants)\\b ?:.*"
                        + "|^(the )?(aims?|objectives?|purpose|goal)\\b.*|.*\\b(we aimed|was to (determine|evaluate|assess|compare|investigate"
                        + "|examine|test|study|describe|review)|were (randomi[sz]ed|randomly|assigned|enrolled|recruited|allocated))\\b.*")) {
            return Role.METHODS;
        }
        return Role.RESULTS;
    }
}
