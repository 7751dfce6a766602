package org.plumbline.research.evidence;

import java.util.Optional;

/// stub
public record EffectDirection(Sign sign, double confidence, String signal) {
    /// What happened to the outcome.
    public enum Sign {
        INCREASE,
        DECREASE,
        NO_DIFFERENCE
    }

    public static Optional<EffectDirection> find(String sentence, Pico pico) {
        return Optional.empty();
    }
}
