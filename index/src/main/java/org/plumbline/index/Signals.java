package org.plumbline.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.index.CloserLook.Look;
import org.plumbline.index.Explanation.Signal;
import org.plumbline.index.rank.Fusion.Fused;

/// Says what the score of an article in a ranking is the sum of.
final class Signals {

    private Signals() {}

    /// The signals of an article of a ranking; none where words alone rank.
    static List<Signal> of(Candidate candidate, Ranking ranking, Mode mode) {
        Fused fused = ranking.fused().get(candidate.document());
        if (fused != null) {
            return fused(candidate, fused, ranking);
        }
        if (mode == Mode.DENSE) {
            return List.of(new Signal("vector", candidate.score(), candidate.score(), "cosine with the question's"));
        }
        return ranking.last() > 0 ? List.of(behind(candidate, ranking)) : List.of();
    }

    /// Of an article behind those that have a vector.
    private static Signal behind(Candidate candidate, Ranking ranking) {
        return new Signal(
                Signal.WORDS,
                candidate.score() * ranking.last(),
                candidate.score(),
                String.format(
                        Locale.ROOT,
                        "BM25, divided by the %.4f of the last article that was embedded for this search",
                        ranking.last()));
    }

    private static List<Signal> fused(Candidate candidate, Fused fused, Ranking ranking) {
        List<Signal> signals = new ArrayList<>();
        signals.add(new Signal(
                Signal.WORDS,
                fused.bm25(),
                fused.bm25Part(),
                "BM25, scaled between this search's best article and another"));
        if (!Double.isNaN(fused.cosine())) {
            signals.add(new Signal(
                    "vector",
                    fused.cosine(),
                    fused.cosinePart(),
                    "cosine with the question's, scaled between this search's nearest article and another"));
        }
        if (ranking.ahead() > 0) {
            signals.add(new Signal(
                    "first", 1, ranking.ahead(), "it is among the first by words, the only ones that have a vector"));
        }
        Look look = ranking.looks().get(candidate.document());
        if (look != null) {
            double rest = candidate.score() - fused.score() - ranking.ahead();
            signals.add(new Signal(
                    "closer",
                    look.similarity(),
                    rest,
                    "similarity to the question, word by word, of its sentence \u201c" + look.sentence()
                            + "\u201d, above the lowest of those that were looked at closer"));
        }
        return List.copyOf(signals);
    }
}
