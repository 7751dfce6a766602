package org.plumbline.citations.design;

/// An age group of people, after NLM's check tags: newborns are infants, young and middle-aged adults are adults.
public enum AgeGroup {
    INFANT("under 2 years", 0, 1),
    CHILD("2 to 12 years", 2, 12),
    ADOLESCENT("13 to 18 years", 13, 18),
    ADULT("19 to 64 years", 19, 64),
    AGED("65 years and over", 65, 120);

    private final String words;
    private final int from;
    private final int to;

    AgeGroup(String words, int from, int to) {
        this.words = words;
        this.from = from;
        this.to = to;
    }

    public String words() {
        return words;
    }

    /// Whether people from one age to another, in years, are (also) of this group.
    boolean overlaps(int youngest, int oldest) {
        return youngest <= to && oldest >= from;
    }
}
