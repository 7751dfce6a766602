package org.plumbline.research.report;

/// Which way a quoted result points, where the words say so clearly enough.
///
/// @param confidence in (0, 1]
/// @param signal the words that decided it
public record Direction(Sign sign, double confidence, String signal) {

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

    public Direction {
        if (confidence <= 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }
}
