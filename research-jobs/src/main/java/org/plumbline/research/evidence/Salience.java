package org.plumbline.research.evidence;

import org.plumbline.citations.Role;

/// How much a sentence looks like the report of a result: figures of a test, words of significance and direction,
/// and where it stands. Weights set by hand, after reference/science.md §5.1 in the project's notes, not learnt.
public final class Salience {

    private Salience() {}

    /// The salience of a sentence in a section of this role; about -2 to 4, comparable between sentences only.
    public static double of(String sentence, Role role) {
        Statistics statistics = Statistics.in(sentence);
        String plain = Terms.plain(sentence);
        double score = 0;
        score += statistics.pValues().isEmpty() ? 0 : 1;
        score += statistics.effects().isEmpty() && statistics.intervals().isEmpty() ? 0 : 0.7;
        score += DirectionWords.significant(plain).isEmpty()
                        && DirectionWords.same(plain).isEmpty()
                ? 0
                : 0.7;
        score += DirectionWords.moreOrLess(plain).isEmpty()
                        && DirectionWords.betterOrWorse(plain).isEmpty()
                ? 0
                : 0.5;
        score += statistics.means().isEmpty() && statistics.percentages().isEmpty() ? 0 : 0.2;
        return score + of(role);
    }

    private static double of(Role role) {
        return switch (role) {
            case RESULTS -> 0.7;
            case CONCLUSIONS -> 0.3;
            case OTHER -> 0;
            case DISCUSSION -> -0.4;
            case BACKGROUND, OBJECTIVE, METHODS -> -1;
            case FUNDING, COMPETING_INTERESTS, REGISTRATION -> -2;
        };
    }
}
