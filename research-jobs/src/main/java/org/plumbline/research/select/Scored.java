package org.plumbline.research.select;

import java.util.Comparator;
import java.util.List;
import org.plumbline.research.evidence.Statistics;

/// A sentence that may be chosen.
///
/// @param words its folded words
record Scored(Sentence sentence, List<String> words, Statistics statistics, double score) {

    /// Best first; then abstract before body, then as they stand.
    static final Comparator<Scored> BEST_FIRST = Comparator.comparing((Scored scored) -> -scored.score)
            .thenComparing(scored -> scored.sentence.inAbstract() ? 0 : 1)
            .thenComparing(scored -> scored.sentence.text().id())
            .thenComparing(scored -> scored.sentence.section().number())
            .thenComparing(scored -> scored.sentence.span().start());

    /// How many effect sizes, intervals and p-values it states.
    int figures() {
        return statistics.effects().size()
                + statistics.intervals().size()
                + statistics.pValues().size();
    }

    /// Whether both say the same: they share most of their words, or all of the numbers of the one with fewer.
    boolean repeats(Scored other) {
        return Overlap.jaccard(words, other.words) >= 0.6
                || (Overlap.sharesItsNumbers(words, other.words) && Overlap.jaccard(words, other.words) >= 0.3);
    }
}
