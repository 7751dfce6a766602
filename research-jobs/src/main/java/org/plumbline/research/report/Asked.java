package org.plumbline.research.report;

import java.util.List;

/// What was asked: the question as submitted, its parts, and the limits that the requester set.
///
/// @param pico population, intervention, comparator, outcome, in this order, as far as there are any
/// @param limits the requester's filters in words ("published from 2015", "without Fictional Journal of Gout")
public record Asked(String question, List<Part> pico, List<String> limits) {

    /// One part of the question: "Population", its words, and who named it.
    public record Part(String name, String words, Origin origin) {}

    /// Whether the requester named a part, or a rule read it out of the question.
    public enum Origin {
        GIVEN("given"),
        DERIVED("read from the question");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Asked {
        pico = List.copyOf(pico);
        limits = List.copyOf(limits);
    }
}
