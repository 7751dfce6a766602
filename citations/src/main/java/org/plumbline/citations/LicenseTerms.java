package org.plumbline.citations;

/// What a licence allows to be done with an article's words, by its code as PMC writes it.
public enum LicenseTerms {
    /// CC0, CC BY, CC BY-SA, CC BY-ND: anyone may keep, quote and show them, also for money.
    OPEN,
    /// CC BY-NC and its kin: the same, but not for money.
    NON_COMMERCIAL,
    /// None stated, or none that is known: what a user brings may be kept and quoted from in short, as the law of
    /// citation has it; it is not shown in whole.
    NOT_STATED,
    /// PMC's "TDM", an author's manuscript: programs may read it, people may not be shown its words.
    MINING_ONLY;

    /// The terms of a code such as "CC BY", "CC BY-NC-ND 4.0", "CC0" or "TDM".
    public static LicenseTerms of(String code) {
        return License.of(code).terms();
    }

    /// The code of the two that allows less; one that is not stated says nothing against the other.
    public static String narrower(String code, String other) {
        if (code.isBlank() || other.isBlank()) {
            return code.isBlank() ? other : code;
        }
        return of(other).compareTo(of(code)) > 0 ? other : code;
    }

    /// Whether the words may be kept and searched.
    public boolean mayBeStored() {
        return true;
    }

    /// Whether a passage may stand in a report, with its source.
    public boolean mayBeQuoted() {
        return this != MINING_ONLY;
    }

    /// Whether the whole text may be shown to people.
    public boolean mayBeShown() {
        return this == OPEN || this == NON_COMMERCIAL;
    }

    /// Whether all this may be done for money.
    public boolean mayBeSold() {
        return this == OPEN;
    }
}
