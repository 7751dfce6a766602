package org.plumbline.research.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.text.Span;
import org.plumbline.research.evidence.Statistics;
import org.plumbline.research.plan.Concept;
import org.plumbline.research.plan.Words;
import org.plumbline.research.report.Direction;

/// Reads the direction of a result from its figures, where they leave no doubt: one ratio with one interval, the
/// shares of both arms that agree with it, and the intervention named before what it is compared with.
final class FiguresDirection {

    private static final Pattern RATIO = Pattern.compile("(?i)ratio|relative risk|\\b(RR|OR|HR|IRR|AOR|AHR)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.·]\\d+)?");
    private static final Pattern COMPARATOR = Pattern.compile(
            "(?i)\\b(placebo|usual care|standard care|controls?|no treatment|comparator|sham|did not|before)\\b");
    private static final Pattern TURNED = Pattern.compile("(?i)\\b(free of|without|free from|avoid|alive|non-|not? )");

    private FiguresDirection() {}

    /// The direction; empty where the figures do not tell it plainly.
    static Optional<Direction> find(
            String sentence, Statistics statistics, List<Concept> interventions, String comparator) {
        if (statistics.effects().size() != 1
                || statistics.intervals().size() != 1
                || statistics.percentages().size() != 2
                || TURNED.matcher(sentence).find()
                || !namesInterventionFirst(sentence, interventions, comparator)) {
            return Optional.empty();
        }
        String effect = statistics.effects().getFirst().of(sentence);
        List<Double> bounds = last(2, statistics.intervals().getFirst().of(sentence));
        List<Double> ratios = last(1, effect);
        if (!RATIO.matcher(effect).find() || bounds.size() < 2 || ratios.isEmpty()) {
            return Optional.empty();
        }
        double ratio = ratios.getFirst();
        double low = bounds.getFirst();
        double high = bounds.getLast();
        double with = last(1, statistics.percentages().getFirst().of(sentence)).getFirst();
        double without =
                last(1, statistics.percentages().getLast().of(sentence)).getFirst();
        boolean agree = ratio < 1 ? with < without : with > without;
        if (low > ratio || high < ratio || !agree) {
            return Optional.empty();
        }
        Span said = statistics.effects().getFirst();
        Span interval = statistics.intervals().getFirst();
        String signal =
                sentence.substring(Math.min(said.start(), interval.start()), Math.max(said.end(), interval.end()));
        return Optional.of(Direction.ofFigures(sign(low, high), signal));
    }

    private static Direction.Sign sign(double low, double high) {
        if (high < 1) {
            return Direction.Sign.DECREASE;
        }
        return low > 1 ? Direction.Sign.INCREASE : Direction.Sign.NO_DIFFERENCE;
    }

    private static boolean namesInterventionFirst(String sentence, List<Concept> interventions, String comparator) {
        int compared = comparator.isBlank()
                ? -1
                : sentence.toLowerCase(Locale.ROOT).indexOf(comparator.toLowerCase(Locale.ROOT));
        Matcher usual = COMPARATOR.matcher(sentence);
        if (compared < 0 && !usual.find()) {
            return false;
        }
        List<String> before = Words.in(sentence.substring(0, compared < 0 ? usual.start() : compared));
        return interventions.stream().allMatch(concept -> concept.keyIn(before));
    }

    private static List<Double> last(int most, String words) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(words);
        while (matcher.find()) {
            numbers.add(Double.parseDouble(matcher.group().replace('·', '.')));
        }
        return numbers.subList(Math.max(0, numbers.size() - most), numbers.size());
    }
}
