package org.plumbline.ingest.crossref;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the bodies of answers out of a VCR cassette, where each is a YAML scalar in single quotes: folded over
/// lines, quotes doubled.
public final class RecordedAnswers {

    private static final Pattern BODY = Pattern.compile("\n      string: '([^']*+(?:''[^']*+)*+)'");

    private RecordedAnswers() {}

    /// The bodies that hold anything, in their order.
    public static List<String> bodies(String cassette) {
        List<String> bodies = new ArrayList<>();
        Matcher matcher = BODY.matcher(cassette);
        while (matcher.find()) {
            String body = matcher.group(1).replaceAll("[ \t]*\n[ \t]*", " ").replace("''", "'");
            if (!body.isBlank()) {
                bodies.add(body);
            }
        }
        return bodies;
    }
}
