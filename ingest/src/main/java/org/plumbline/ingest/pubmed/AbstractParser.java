package org.plumbline.ingest.pubmed;

import java.util.List;
import java.util.Set;
import org.plumbline.citations.Role;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;

/// Reads abstracts. The copyright line is left out, and so are abstracts in other languages.
final class AbstractParser {

    /// Roles that NLM has no category for; it files such parts under BACKGROUND or another.
    private static final Set<Role> ONLY_IN_HEADINGS = Set.of(Role.REGISTRATION, Role.FUNDING, Role.COMPETING_INTERESTS);

    private AbstractParser() {}

    /// The publication's own abstract.
    static void parse(XmlCursor cursor, AbstractDraft draft) throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("AbstractText")) {
                String heading = heading(cursor);
                Role role = role(cursor, heading);
                draft.add(heading, role, MixedWords.read(cursor));
            }
        }
    }

    /// Another's abstract, where it is in English (the default of NLM's document type).
    static void parseOther(XmlCursor cursor, AbstractDraft draft) throws RefusedXmlException {
        String language = cursor.attribute("Language");
        if (!language.isEmpty() && !language.equals("eng")) {
            return;
        }
        String label = "Other abstract: " + cursor.attribute("Type");
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("AbstractText")) {
                String heading = heading(cursor);
                Role role = role(cursor, heading);
                draft.addOther(heading, role, label, MixedWords.read(cursor));
            }
        }
    }

    /// The label as printed. UNLABELLED is NLM's word for a part without one.
    private static String heading(XmlCursor cursor) {
        String label = cursor.attribute("Label").strip();
        return label.equals("UNLABELLED") ? "" : label;
    }

    private static Role role(XmlCursor cursor, String heading) {
        Role named = heading.isEmpty() ? Role.OTHER : Role.ofHeading(List.of(heading));
        if (ONLY_IN_HEADINGS.contains(named)) {
            return named;
        }
        return switch (cursor.attribute("NlmCategory")) {
            case "BACKGROUND" -> Role.BACKGROUND;
            case "OBJECTIVE" -> Role.OBJECTIVE;
            case "METHODS" -> Role.METHODS;
            case "RESULTS" -> Role.RESULTS;
            case "CONCLUSIONS" -> Role.CONCLUSIONS;
            default -> named;
        };
    }
}
