package org.plumbline.research.evidence;

import java.util.Optional;

/// What a sentence says happened to the outcome under the intervention, compared with the comparator.
///
/// It is found by a small model over what the rules see (docs/decisions/0003-direction-of-effect.md) and given only
/// where it is sure; a sign, besides, only where the sentence is plain. Elsewhere a reader must see the quote.
///
/// @param confidence the model's probability of the sign, at least [#SURE]
/// @param signal the words that speak for it, as they stand in the sentence
public record EffectDirection(Sign sign, double confidence, String signal) {

    /// The confidence below which no direction is given.
    public static final double SURE = 0.8;

    /// The confidence below which no increase and no decrease is given: a sign is the harder part.
    public static final double SURE_OF_SIGN = 0.9;

    /// What happened to the outcome. NO_DIFFERENCE means that none was found significant, not that there is none.
    public enum Sign {
        DECREASE,
        NO_DIFFERENCE,
        INCREASE
    }

    /// The direction that a sentence states for these arms and this outcome; empty where it is not plain.
    public static Optional<EffectDirection> find(String sentence, Pico pico) {
        return find(sentence, pico, DirectionModel.stored());
    }

    /// The same with another model.
    public static Optional<EffectDirection> find(String sentence, Pico pico, DirectionModel model) {
        DirectionFeatures features = DirectionFeatures.read(sentence, pico);
        double[] values = features.values();
        DirectionModel.Guess guess = model.guess(values);
        if (guess.confidence() < sureAt(guess.sign()) || !isPlain(guess.sign(), values)) {
            return Optional.empty();
        }
        return Optional.of(new EffectDirection(guess.sign(), guess.confidence(), features.signal(guess.sign())));
    }

    private static double sureAt(Sign sign) {
        return sign == Sign.NO_DIFFERENCE ? SURE : SURE_OF_SIGN;
    }

    /// A sign may be given where the outcome is named and is no change itself, nothing speaks against significance,
    /// and the rules read the same sign with the intervention as what it is said of.
    private static boolean isPlain(Sign sign, double[] values) {
        if (sign == Sign.NO_DIFFERENCE) {
            return saysSame(values);
        }
        double wanted = sign == Sign.INCREASE ? 1 : -1;
        boolean signsAgree = of(values, "oriented-sign") == wanted && of(values, "oriented-better") * wanted >= 0;
        boolean orientationIsPlain =
                of(values, "in-arm") >= 0 && of(values, "than-order") >= 0 && of(values, "subject") >= 0;
        boolean significant = of(values, "p-near") <= 0.05
                && of(values, "same-in-clause") == 0
                && of(values, "interval-excludes") != 0;
        boolean comparesArms =
                of(values, "both-groups") == 0 && of(values, "interventions") + of(values, "comparators") > 0;
        boolean namesOutcome = of(values, "outcome-sign") == 0 && of(values, "outcome-share") >= 0.3;
        return signsAgree && orientationIsPlain && significant && comparesArms && namesOutcome;
    }

    /// "No difference" is given only where the sentence says so of the outcome, in words or in figures.
    private static boolean saysSame(double[] values) {
        boolean said =
                of(values, "same-count") > 0 || of(values, "p-near") > 0.05 || of(values, "interval-excludes") == 0;
        return said && of(values, "outcome-share") > 0;
    }

    private static double of(double[] values, String name) {
        return DirectionFeatures.value(values, name);
    }
}
