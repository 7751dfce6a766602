package org.plumbline.citations.design;

import static org.plumbline.citations.design.Cue.any;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells an abstract that plans from one that reports.
final class Plans {

    private static final Pattern FUTURE = Pattern.compile(
            "\\bwill (?:\\w{1,40}+ )?(?:be|receive|undergo|evaluate|assess|compare|examine|"
                    + "include|recruit|determine|investigate|provide|test|complete|measure|have)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RESULT = Pattern.compile(
            any(
                    "\\bp\\s{0,3}+(?:-?value)?\\s{0,3}+[<>=≤≥]",
                    "\\b(?:significantly|no significant|95\\s{0,3}+% ?CI|confidence interval)"),
            Pattern.CASE_INSENSITIVE);

    private Plans() {}

    /// An abstract that plans and has no results is a protocol's.
    static Optional<DesignLevel> find(String abstractWords) {
        Matcher future = FUTURE.matcher(abstractWords);
        if (!future.find() || RESULT.matcher(abstractWords).find()) {
            return Optional.empty();
        }
        String first = future.group();
        return future.find()
                ? Optional.of(new DesignLevel(DesignLevel.Kind.PROTOCOL, "abstract: \"" + first + "\", no results"))
                : Optional.empty();
    }
}
