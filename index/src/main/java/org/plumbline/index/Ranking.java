package org.plumbline.index;

import java.util.List;
import java.util.Map;
import org.plumbline.index.CloserLook.Look;
import org.plumbline.index.rank.Fusion.Fused;

/// The best articles of a search, with the signals that ranked them.
///
/// @param matched how many articles match by their words
/// @param best with the score that ranked them, best first
/// @param fused by the article's document; empty where one signal alone ranks
/// @param looks by the article's document, at those that were looked at closer
/// @param last where only the first articles by words have a vector, the BM25 score of the last of them, which those
///     behind are measured by; else 0
record Ranking(
        Matched matched, List<Candidate> best, Map<Integer, Fused> fused, Map<Integer, Look> looks, double last) {

    /// Where only the first articles by words have a vector they come before the others, whose scores end at 1.
    static final double AHEAD = 1;

    Ranking {
        best = List.copyOf(best);
        fused = Map.copyOf(fused);
        looks = Map.copyOf(looks);
    }

    /// One by a single signal.
    Ranking(Matched matched, List<Candidate> best) {
        this(matched, best, Map.of(), Map.of(), 0);
    }

    /// What is added to a fused score, so that the article stays before all that have none.
    double ahead() {
        return last > 0 ? AHEAD : 0;
    }

    /// The same with fewer articles, where it has more.
    Ranking first(int wanted) {
        return new Ranking(matched, best.subList(0, Math.min(wanted, best.size())), fused, looks, last);
    }
}
