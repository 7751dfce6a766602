package org.plumbline.research.report;

/// What a reader must know before leaning on a report.
public enum Limitation {
    NOT_REVIEWED("No person has reviewed this report. It was compiled by a program."),
    NOT_SYSTEMATIC(
            "This is a rapid extract of evidence. It is not a systematic review, and it is not a treatment order."),
    ONE_COLLECTION("Only the collection of articles named under Methods was searched; what is not in it is not seen."),
    CERTAINTY_NOT_GRADED(
            "Certainty of evidence (GRADE) and risk of bias were not assessed. The study design is stated as"
                    + " published; it is not a grade."),
    NOT_POOLED(
            "Results are set side by side and counted. Nothing was pooled; counting studies is not a meta-analysis."),
    DIRECTION_BY_RULE(
            "The direction of a result was read from its wording by fixed rules. Where the wording is not clear"
                    + " enough, the table says \u201Csee quote\u201D."),
    ABSTRACTS_ONLY("Some articles could be read as abstracts only. Abstracts tend to leave out harms and detail."),
    STANDING_AS_STORED(
            "Retractions, concerns and corrections are those known to the collection at the version stated."),
    NO_LANGUAGE_MODEL(
            "No language model was used: every finding is a verbatim quote, and every other statement is a count"
                    + " that can be repeated.");

    private final String words;

    Limitation(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
