package org.plumbline.research.report;

/// How a research job ended.
public enum Outcome {
    /// At least one finding rests on two studies or more.
    ANSWERED("Evidence found"),
    /// Something eligible was found, but no finding rests on more than one study.
    LIMITED("Limited evidence"),
    /// Nothing eligible was found: nothing is quoted and nothing is concluded.
    NO_ELIGIBLE_EVIDENCE("No eligible evidence found");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
