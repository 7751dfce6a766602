package org.plumbline.research.evidence;

/// The parts of a clinical question: population, intervention, comparator, outcome (PICO), each in the asker's
/// words; empty where it is not given.
public record Pico(String population, String intervention, String comparator, String outcome) {

    /// Nothing given.
    public static final Pico NONE = new Pico("", "", "", "");

    public Pico {
        population = population.strip();
        intervention = intervention.strip();
        comparator = comparator.strip();
        outcome = outcome.strip();
    }

    /// All parts as one line of words.
    public String words() {
        return String.join(" ", population, intervention, comparator, outcome).strip();
    }
}
