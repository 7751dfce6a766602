package org.plumbline.research.select;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /// A study may have more people than its results tell of, but not many more.
    private static final double MOST_MISSING = 1.25;

    /// @param results what was chosen of the article's results: a number that contradicts their denominators counts
    ///     something else
    static Optional<Selected> find(Retrieved article, List<Text> texts, List<Selected> results) {
        for (Text text : texts) {
            Optional<SampleSize.Found> found = SampleSize.find(text)
                    .filter(size ->
                            PEOPLE.matcher(text.quote(size.location()).words()).find())
                    .filter(size -> agrees(size.n(), results));
            if (found.isPresent()) {
                return found.map(size -> selected(article, text, size));
            }
        }
        return Optional.empty();
    }

    private static boolean agrees(int n, List<Selected> results) {
        for (Selected result : results) {
            List<Integer> arms = DENOMINATOR
                    .matcher(result.words())
                    .results()
                    .map(match -> Integer.parseInt(match.group(1).replace(",", "")))
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            boolean tooFew = !arms.isEmpty() && n < arms.getFirst();
            boolean tooMany = result.use() == Use.RESULT
                    && arms.size() == 2
                    && n > MOST_MISSING * (arms.getFirst() + arms.getLast());
            if (tooFew || tooMany) {
                return false;
            }
        }
        return true;
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
