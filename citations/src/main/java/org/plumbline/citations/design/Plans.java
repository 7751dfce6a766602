package org.plumbline.citations.design;

import static org.plumbline.citations.design.Cue.any;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Tells an abstract that plans from one that reports.
final class Plans {

    private static final CuePattern FUTURE =
            CuePattern.of("\\bwill (?:\\w{1,40}+ )?(?:be|receive|undergo|evaluate|assess|compare|examine|"
                    + "include|recruit|determine|investigate|provide|test|complete|measure|have)\\b");
    private static final String FIGURES = any(
            "\\bp\\s{0,3}+(?:-?values?)?\\s{0,3}+(?:[<>=≤≥]|less than\\b)",
            "\\b95\\s{0,3}+% ?(?:CI|confidence intervals?)\\W{0,3}+\\d",
            "\\b(?-i:a?OR|a?RR|a?HR)s?[ :=,(]{0,3}+\\d{1,2}[.·]\\d");
    private static final Pattern FIGURE = Pattern.compile(FIGURES, Pattern.CASE_INSENSITIVE);
    private static final Pattern RESULT = Pattern.compile(
            any(FIGURES, "\\b(?:significantly|no significant|95\\s{0,3}+% ?CI|confidence interval)"),
            Pattern.CASE_INSENSITIVE);

    private Plans() {}

    /// Whether a sentence of the abstract that is no plan states a figure such as results have.
    static boolean hasResults(TitleAndAbstract article) {
        return article.sentences().stream()
                .anyMatch(sentence -> FIGURE.matcher(sentence.words()).find()
                        && FUTURE.find(sentence).isEmpty());
    }

    /// An abstract that plans and has no results is a protocol's.
    static Optional<DesignLevel> find(ScannedText abstractWords) {
        List<MatchResult> future = FUTURE.matches(abstractWords, 2);
        return future.size() < 2 || RESULT.matcher(abstractWords.words()).find()
                ? Optional.empty()
                : Optional.of(new DesignLevel(
                        DesignLevel.Kind.PROTOCOL,
                        "abstract: \"" + future.getFirst().group() + "\", no results"));
    }
}
