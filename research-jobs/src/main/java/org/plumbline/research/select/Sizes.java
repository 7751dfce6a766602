package org.plumbline.research.select;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.citations.Part;
import org.plumbline.citations.Text;
import org.plumbline.research.evidence.SampleSize;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.select.Selected.Use;

/// Finds the sentence that says how many took part.
final class Sizes {

    private Sizes() {}

    private static final Pattern PEOPLE = Pattern.compile(
            "(?i)\\b(patients?|participants?|adults?|children|infants?|neonates?|newborns?|women|men|people|persons?|individuals?"
                    + "|subjects|volunteers?|adolescents?|girls|boys|students|residents|mothers|cases|couples|nurses|males|females|n)\\b");
    private static final Pattern DENOMINATOR = Pattern.compile("(?:/|\\bof )(\\d[\\d,]*)\\b");

    private static final Pattern FRACTION = Pattern.compile("\\b\\d[\\d,]*(?:/| of )(\\d[\\d,]*) ?[\\[(]");

    /// A study may have more people than its results tell of, but not many more.
    private static final double MOST_MISSING = 1.25;

    /// @param results what was chosen of the article's results: a number that contradicts their denominators counts
    ///     something else
    static Optional<Selected> find(Retrieved article, List<Text> texts, List<Selected> results) {
        for (Text text : texts) {
            Optional<SampleSize.Found> found = SampleSize.find(text)
                    .filter(size ->
                            PEOPLE.matcher(text.quote(size.location()).words()).find())
                    .filter(size -> agrees(size.n(), texts, results));
            if (found.isPresent()) {
                return found.map(size -> selected(article, text, size));
            }
        }
        return Optional.empty();
    }

    private static boolean agrees(int n, List<Text> texts, List<Selected> results) {
        int both = 0;
        for (Selected result : results) {
            List<Integer> arms = denominators(DENOMINATOR, result.words());
            if (!arms.isEmpty() && n < arms.getFirst()) {
                return false;
            }
            if (result.use() == Use.RESULT && arms.size() == 2) {
                both = Math.max(both, arms.getFirst() + arms.getLast());
            }
        }
        boolean tooMany = both > 0 && n > MOST_MISSING * both;
        return !tooMany
                && texts.stream()
                        .flatMap(text -> text.sections().stream())
                        .filter(section -> section.part() == Part.ABSTRACT)
                        .flatMap(section -> denominators(FRACTION, section.content()).stream())
                        .noneMatch(whole -> whole > n);
    }

    /// The numbers that others are said to be of, largest first.
    private static List<Integer> denominators(Pattern pattern, String words) {
        return pattern.matcher(words)
                .results()
                .map(match -> match.group(1).replace(",", ""))
                .filter(number -> number.length() < 10)
                .map(Integer::parseInt)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Selected selected(Retrieved article, Text text, SampleSize.Found size) {
        return new Selected(
                Use.SAMPLE_SIZE,
                "",
                article.article().id(),
                article.studyId(),
                size.location(),
                text.quote(size.location()).words(),
                0,
                List.of(),
                List.of(),
                List.of(),
                null,
                size.n());
    }
}
