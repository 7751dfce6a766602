package org.plumbline.research.report;

import org.jspecify.annotations.Nullable;

/// Which way a quoted result points, where the words say so clearly enough.
///
/// @param confidence the model's probability, in (0, 1]; null where the direction was read from the figures quoted,
///     a reading whose reliability was not measured
/// @param signal the words that decided it
public record Direction(Sign sign, @Nullable Double confidence, String signal) {

    /// Which way the outcome went under the intervention; nothing is said of whether that is good.
    public enum Sign {
        DECREASE("lower", "\u2193"),
        NO_DIFFERENCE("no clear difference", "\u2194"),
        INCREASE("higher", "\u2191");

        private final String words;
        private final String arrow;

        Sign(String words, String arrow) {
            this.words = words;
            this.arrow = arrow;
        }

        public String words() {
            return words;
        }

        public String arrow() {
            return arrow;
        }
    }

    /// A direction that the figures tell: a ratio whose interval lies to one side of 1, or holds it.
    public static Direction ofFigures(Sign sign, String signal) {
        return new Direction(sign, null, signal);
    }

    public Direction {
        if (confidence != null && (confidence <= 0 || confidence > 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }
}
