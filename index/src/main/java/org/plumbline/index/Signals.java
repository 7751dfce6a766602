package org.plumbline.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.plumbline.index.Explanation.Signal;
import org.plumbline.index.rank.Fusion.Fused;

/// Says what else than words moved an article in a ranking.
final class Signals {

    private Signals() {}

    /// The explanation of an article's words with its place, score and signals in a ranking; without signals where
    /// it is not among the ranking's articles.
    static Explanation explain(Explanation words, Ranking ranking, BytesRef id, Mode mode) {
        for (int i = 0; i < ranking.best().size(); i++) {
            Candidate candidate = ranking.best().get(i);
            if (candidate.id().equals(id)) {
                return explained(words, i + 1, candidate.score(), of(candidate, ranking, mode));
            }
        }
        return explained(words, null, words.score(), List.of());
    }

    private static Explanation explained(
            Explanation words, @Nullable Integer rank, double score, List<Signal> signals) {
        return new Explanation(
                words.article(),
                rank,
                words.articlesMatched(),
                score,
                words.bars(),
                words.passages(),
                words.lacking(),
                signals);
    }

    private static List<Signal> of(Candidate candidate, Ranking ranking, Mode mode) {
        Fused fused = ranking.fused().get(candidate.document());
        if (fused == null) {
            return mode == Mode.DENSE
                    ? List.of(new Signal("vector", candidate.score(), candidate.score(), "cosine with the question's"))
                    : List.of();
        }
        List<Signal> signals = new ArrayList<>();
        signals.add(new Signal(
                "words",
                fused.bm25(),
                fused.bm25Part(),
                "BM25, scaled between this search's best article and another"));
        signals.add(new Signal(
                "vector",
                fused.cosine(),
                fused.cosinePart(),
                "cosine with the question's, scaled between this search's nearest article and another"));
        if (ranking.ahead() > 0) {
            signals.add(new Signal(
                    "first", 1, ranking.ahead(), "it is among the first by words, the only ones that have a vector"));
        }
        Double similarity = ranking.similarities().get(candidate.document());
        if (similarity != null) {
            double rest = candidate.score() - fused.score() - ranking.ahead();
            signals.add(new Signal(
                    "closer",
                    similarity,
                    rest,
                    "similarity to the question, word by word, less the"
                            + " lowest of those that were looked at closer"));
        }
        return List.copyOf(signals);
    }
}
