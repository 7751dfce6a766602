package org.plumbline.research.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.text.Span;

/// What the rules see in one sentence, as numbers for the model: significance, words of direction near the outcome,
/// which arm they are said of, the order of the arms' figures, ratios and intervals.
final class DirectionFeatures {

    static final List<String> NAMES = List.of(
            "outcome-share",
            "p-near",
            "p-least",
            "p-greatest",
            "p-below",
            "p-above",
            "same-count",
            "same-distance",
            "same-in-clause",
            "significant-count",
            "negated",
            "rule-sign",
            "rule-sign-than",
            "direction-sum",
            "direction-first",
            "direction-near",
            "direction-distance",
            "arms-order",
            "than-order",
            "arm-before",
            "arm-after",
            "figures-sign",
            "figures-raw",
            "effect-sign",
            "interval-excludes",
            "outcome-sign",
            "outcome-unwanted",
            "better",
            "better-oriented",
            "better-unwanted",
            "both-groups",
            "baseline",
            "interventions",
            "comparators",
            "length",
            "respectively",
            "ups",
            "downs",
            "subject",
            "subject-sign",
            "subject-better",
            "in-arm",
            "oriented-sign",
            "oriented-better",
            "votes");

    private static final Pattern THAN = Pattern.compile(
            "\\b(?:than|compared (?:with|to)|in comparison (?:with|to)|(?<![\\d%)\\]] )(?:versus|vs\\.?)(?! ?\\d)|relative to|as compared|over|from (?:the )?(?:control|placebo)|"
                    + "when compared|rather than|against|in contrast to)\\b");
    private static final Pattern FIGURE = Pattern.compile("[-−–]?\\d+(?:\\.\\d+)?");
    private static final Pattern NO_FIGURE = Pattern.compile(
            "[\\[(](?:SD|SE|IQR|range|n)[^)\\]]*[)\\]]|±\\s?\\d+(?:\\.\\d+)?|\\b[nN]\\s?=\\s?\\d+|\\b(?:[Tt]able|[Ff]ig(?:ure|s)?\\.?|[Gg]roup|day|week|"
                    + "month|year|at|after|type|grade|stage|phase|[Ff]\\s?\\()\\s?\\d+(?:\\.\\d+)?|\\b\\d+(?:\\.\\d+)?[- ]?(?:weeks?|wk|months?|mo|days?|years?|"
                    + "yr|hours?|h|min(?:utes)?|mg|th|st|nd|rd)\\b|[\\[(]\\d+(?:[,–-]\\s?\\d+)*[\\])]|\\b[tF]\\s?[=(][^;,)]*|[A-Za-z]+-?\\d+|\\d+/\\d+");
    private static final Pattern IN_ARM =
            Pattern.compile("\\b(?:in|for|among|with|by|after|of|following)\\s+(?:the\\s+)?");
    private static final double FAR = 300;

    private final String sentence;
    private final Pico pico;
    private final Statistics statistics;
    private final List<Arms.Mention> arms;
    private final List<DirectionWords.Found> directions;
    private final List<DirectionWords.Found> same;
    private final int outcomeAt;
    private final double outcomeShare;

    private DirectionFeatures(String sentence, Pico pico) {
        this.sentence = sentence;
        this.pico = pico;
        this.statistics = Statistics.in(sentence);
        this.arms = Arms.in(sentence, pico);
        this.directions = DirectionWords.moreOrLess(sentence);
        this.same = DirectionWords.same(sentence);
        Set<String> outcome = Terms.content(pico.outcome());
        List<Terms.Term> hits = Terms.of(sentence).stream()
                .filter(term -> outcome.contains(term.stem()))
                .toList();
        this.outcomeShare = outcome.isEmpty()
                ? 0
                : hits.stream().map(Terms.Term::stem).distinct().count() / (double) outcome.size();
        this.outcomeAt = densest(hits);
    }

    static double[] of(String sentence, Pico pico) {
        return read(sentence, pico).values();
    }

    static DirectionFeatures read(String sentence, Pico pico) {
        return new DirectionFeatures(Terms.plain(sentence), pico);
    }

    /// The value of one feature by its name.
    static double value(double[] values, String name) {
        return values[NAMES.indexOf(name)];
    }

    /// The words that speak for a sign, as they stand in the sentence: a direction or a sameness, and a p-value.
    String signal(EffectDirection.Sign sign) {
        List<String> words = new ArrayList<>();
        DirectionWords.Found word = switch (sign) {
            case NO_DIFFERENCE -> nearest(same);
            case INCREASE, DECREASE -> nearest(directions);
        };
        if (word != null) {
            words.add('"' + sentence.substring(word.start(), word.end()) + '"');
        }
        Span p = nearestP();
        if (p != null) {
            words.add('"' + p.of(sentence) + '"');
        }
        return words.isEmpty() ? "no test of a difference stated" : String.join(", ", words);
    }

    private @Nullable Span nearestP() {
        Span best = null;
        double bestAway = Double.MAX_VALUE;
        for (Span span : statistics.pValues()) {
            // A p-value stands after what it is about.
            int gap = span.start() - Math.max(0, outcomeAt);
            double away = gap < 0 ? 200 - gap : gap;
            if (away < bestAway) {
                bestAway = away;
                best = span;
            }
        }
        return best;
    }

    /// Where the outcome's words stand closest together; -1 where none stands.
    private static int densest(List<Terms.Term> hits) {
        int best = -1;
        long most = 0;
        for (Terms.Term hit : hits) {
            long near = hits.stream()
                    .filter(other -> Math.abs(other.start() - hit.start()) < 50)
                    .map(Terms.Term::stem)
                    .distinct()
                    .count();
            if (near > most) {
                most = near;
                best = hit.start();
            }
        }
        return best;
    }

    double[] values() {
        List<Double> values = new ArrayList<>(NAMES.size());
        values.add(outcomeShare);
        addSignificance(values);
        DirectionWords.Found near = nearest(directions);
        double than = thanOrder(near);
        double order = order(arms);
        values.add(near != null && DirectionWords.isNegated(sentence, near) ? 1.0 : 0.0);
        values.add(near == null ? 0 : near.sign() * (than != 0 ? than : order != 0 ? order : 1));
        values.add(near == null ? 0 : near.sign() * than);
        values.add(directions.stream()
                .mapToDouble(word -> word.sign() / (1 + distance(word.start()) / 20))
                .sum());
        values.add(directions.isEmpty() ? 0.0 : directions.getFirst().sign());
        values.add(near == null ? 0.0 : near.sign());
        values.add(near == null ? FAR : distance(near.start()));
        values.add(order);
        values.add(than);
        values.add(near == null ? 0.0 : armBefore(near.start()));
        values.add(near == null ? 0.0 : armAfter(near.end()));
        double figures = figures();
        values.add(figures * (order == 0 ? 1 : order));
        values.add(figures);
        values.add(effect());
        values.add(interval());
        addOutcome(values, than != 0 ? than : order);
        values.add(DirectionWords.namesBothGroups(sentence) ? 1.0 : 0.0);
        values.add(DirectionWords.namesBaseline(sentence) ? 1.0 : 0.0);
        values.add((double) count(Arms.Side.INTERVENTION));
        values.add((double) count(Arms.Side.COMPARATOR));
        values.add((double) sentence.length());
        values.add(sentence.contains("respectively") ? 1.0 : 0.0);
        values.add((double) directions.stream().filter(word -> word.sign() > 0).count());
        values.add((double) directions.stream().filter(word -> word.sign() < 0).count());
        DirectionWords.Found better = nearest(DirectionWords.betterOrWorse(sentence));
        double unwanted = DirectionWords.isUnwanted(pico.outcome()) ? -1.0 : 1.0;
        double subject = near == null ? 0 : subject(near, than);
        values.add(subject);
        values.add(near == null ? 0 : subject * near.sign());
        values.add(better == null ? 0 : subject(better, than) * better.sign() * unwanted);
        double inArm = near == null ? 0 : inArm(near);
        double orientation = inArm != 0 ? inArm : than != 0 ? than : 1;
        values.add(inArm);
        double orientedSign = near == null ? 0 : orientation * near.sign();
        values.add(orientedSign);
        double betterArm = better == null ? 0 : inArm(better);
        double orientedBetter =
                better == null ? 0 : (betterArm != 0 ? betterArm : than != 0 ? than : 1) * better.sign() * unwanted;
        values.add(orientedBetter);
        values.add(orientedSign + orientedBetter + figures * (order < 0 ? -1 : 1));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void addSignificance(List<Double> values) {
        double[] ps = statistics.pValues().stream().mapToDouble(this::pValue).toArray();
        Span nearest = nearestP();
        double near = nearest == null ? -1 : pValue(nearest);
        values.add(near);
        values.add(Arrays.stream(ps).min().orElse(-1));
        values.add(Arrays.stream(ps).max().orElse(-1));
        values.add((double) Arrays.stream(ps).filter(p -> p <= 0.05).count());
        values.add((double) Arrays.stream(ps).filter(p -> p > 0.05).count());
        DirectionWords.Found nearestSame = nearest(same);
        values.add((double) same.size());
        values.add(nearestSame == null ? FAR : distance(nearestSame.start()));
        values.add(nearestSame != null && inOneClause(nearestSame.start(), Math.max(0, outcomeAt)) ? 1.0 : 0.0);
        values.add((double) DirectionWords.significant(sentence).size());
    }

    private double pValue(Span span) {
        String words = span.of(sentence);
        Matcher number = Pattern.compile("[01]?\\s?[.·]\\s?\\d+|\\d+").matcher(words);
        if (words.matches("(?i).*n\\.?s\\.?")) {
            return 1;
        }
        double p = number.find() ? parse(number.group().replaceAll("\\s", "").replace('·', '.')) : 1;
        boolean power = words.matches(".*[×x]\\s?10.*");
        boolean above = words.matches(".*(?:>|≥|≧).*");
        return power ? 0.0001 : above ? Math.max(0.06, Math.min(1, p + 0.01)) : p;
    }

    private static double parse(String number) {
        return Double.parseDouble(
                number.startsWith(".") ? "0" + number : number.replace("−", "-").replace("–", "-"));
    }

    private double distance(int at) {
        return outcomeAt < 0
                ? Math.min(FAR, at)
                : Math.min(FAR, Math.abs(at - outcomeAt)) + (inOneClause(at, outcomeAt) ? 0 : 40);
    }

    private boolean inOneClause(int one, int other) {
        String between = sentence.substring(Math.min(one, other), Math.max(one, other));
        return !between.matches("(?s).*(?:;|\\bbut\\b|\\bwhereas\\b|\\bwhile\\b|\\bhowever\\b|\\. ).*");
    }

    private DirectionWords.@Nullable Found nearest(List<DirectionWords.Found> words) {
        DirectionWords.Found best = null;
        for (DirectionWords.Found word : words) {
            if (best == null || distance(word.start()) < distance(best.start())) {
                best = word;
            }
        }
        return best;
    }

    /// +1 where the intervention is named before the comparator, -1 the other way, 0 unknown.
    private static double order(List<Arms.Mention> mentions) {
        if (mentions.isEmpty()) {
            return 0;
        }
        Arms.Side first = mentions.getFirst().side();
        boolean two = mentions.stream().anyMatch(mention -> mention.side() != first);
        return (first == Arms.Side.INTERVENTION ? 1 : -1) * (two ? 1 : 0.5);
    }

    /// Which arm stands before "than" or "compared with": the one the direction is said of.
    private double thanOrder(DirectionWords.@Nullable Found word) {
        Matcher than = THAN.matcher(sentence);
        double best = 0;
        double nearestGap = Double.MAX_VALUE;
        while (than.find()) {
            double before = armBefore(than.start());
            double after = armAfter(than.end());
            double order = after != 0 ? -after : before;
            double gap = word == null
                    ? distance(than.start())
                    : than.start() >= word.end() ? than.start() - word.end() : 30 + word.start() - than.start();
            if (order != 0 && gap < nearestGap) {
                nearestGap = gap;
                best = before != 0 && before == after ? 0 : order;
            }
        }
        return best;
    }

    /// The arm that a word of direction is said of: the one it stands "in" ("higher in the control group"), else
    /// the one before "than", else the nearest before it, else the nearest after.
    private double subject(DirectionWords.Found word, double than) {
        double in = inArm(word);
        if (in != 0 || than != 0) {
            return in != 0 ? in : than;
        }
        double before = armBefore(word.start());
        return before != 0 ? before : armAfter(word.end());
    }

    private double inArm(DirectionWords.Found word) {
        String after = sentence.substring(word.end(), Math.min(sentence.length(), word.end() + 120));
        Matcher in = IN_ARM.matcher(after);
        Matcher stop = THAN.matcher(after);
        int limit = stop.find() ? stop.start() : after.length();
        while (in.find() && in.start() < limit) {
            int from = word.end() + in.end();
            for (Arms.Mention mention : arms) {
                if (mention.start() >= from && mention.start() < from + 45 && mention.start() < word.end() + limit) {
                    return mention.side() == Arms.Side.INTERVENTION ? 1 : -1;
                }
            }
        }
        return 0;
    }

    private double armBefore(int at) {
        double side = 0;
        for (Arms.Mention mention : arms) {
            if (mention.end() <= at) {
                side = mention.side() == Arms.Side.INTERVENTION ? 1 : -1;
            }
        }
        return side;
    }

    private double armAfter(int at) {
        return arms.stream()
                .filter(mention -> mention.start() >= at)
                .findFirst()
                .map(mention -> mention.side() == Arms.Side.INTERVENTION ? 1.0 : -1.0)
                .orElse(0.0);
    }

    private long count(Arms.Side side) {
        return arms.stream().filter(mention -> mention.side() == side).count();
    }

    /// The sign of the first arm's figure less the second's, taking the first two figures after the outcome.
    private double figures() {
        StringBuilder blanked = new StringBuilder(sentence);
        for (List<Span> spans : List.of(statistics.intervals(), statistics.pValues(), statistics.effects())) {
            for (Span span : spans) {
                blank(blanked, span.start(), span.end());
            }
        }
        Matcher none = NO_FIGURE.matcher(sentence);
        while (none.find()) {
            blank(blanked, none.start(), none.end());
        }
        Matcher figure = FIGURE.matcher(blanked);
        List<Double> found = new ArrayList<>();
        int from = Math.max(0, outcomeAt);
        while (figure.find() && found.size() < 2) {
            if (figure.start() >= from) {
                found.add(parse(figure.group()));
            }
        }
        return found.size() < 2 ? 0 : Math.signum(found.get(0) - found.get(1));
    }

    private static void blank(StringBuilder words, int start, int end) {
        for (int i = start; i < end; i++) {
            words.setCharAt(i, ' ');
        }
    }

    /// -1 where a ratio is below one or a difference below nought, +1 above, 0 where none is stated.
    private double effect() {
        for (Span span : statistics.effects()) {
            String words = span.of(sentence);
            Matcher number = Pattern.compile("[-−–]?\\s?\\d*\\.?\\d+(?!.*\\d)").matcher(words);
            if (number.find()) {
                double value = parse(number.group().replaceAll("\\s", ""));
                return Math.signum(value - (isDifference(words) ? 0 : 1));
            }
        }
        return 0;
    }

    private static boolean isDifference(String words) {
        return words.matches(
                "(?is).*(?:difference|\\bS?W?MD\\b|\\bRD\\b|effect size|\\bd\\b|\\bg\\b|β|reduction|NNT|number).*");
    }

    /// 1 where an interval excludes no effect, 0 where it holds it, -1 where none is stated.
    private double interval() {
        for (Span span : statistics.intervals()) {
            Matcher bounds = Pattern.compile(
                            "([-−–]?\\s?\\d*\\.?\\d+)\\s?%?\\s*(?:to|through|and|;|,|[-−–—])\\s*([-−–]?\\s?\\d*\\.?\\d+)\\s?%?$")
                    .matcher(span.of(sentence));
            if (bounds.find()) {
                double low = parse(bounds.group(1).replaceAll("\\s", ""));
                double high = parse(bounds.group(2).replaceAll("\\s", ""));
                boolean ratio = statistics.effects().stream().anyMatch(effect -> !isDifference(effect.of(sentence)));
                double none = ratio ? 1 : 0;
                return low <= none && none <= high ? 0 : 1;
            }
        }
        return -1;
    }

    private void addOutcome(List<Double> values, double order) {
        values.add((double) DirectionWords.signOfOutcome(pico.outcome()));
        double unwanted = DirectionWords.isUnwanted(pico.outcome()) ? -1.0 : 1.0;
        values.add(unwanted);
        DirectionWords.Found better = nearest(DirectionWords.betterOrWorse(sentence));
        double sign = better == null ? 0 : better.sign();
        values.add(sign);
        values.add(sign * (order == 0 ? 1 : order));
        values.add(sign * unwanted * (order == 0 ? 1 : order));
    }
}
