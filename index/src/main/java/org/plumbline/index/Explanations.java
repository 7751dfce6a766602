package org.plumbline.index;

import java.io.IOException;
import org.apache.lucene.util.BytesRef;

/// Says why articles of one snapshot rank where they do in any mode. Any thread may call it.
final class Explanations {

    private static final String NO_PASSAGE = "it does not match: no passage of it answers the search";

    private static final String NO_VECTOR =
            "it has no vector, and mode dense ranks by nothing else: run plumbline index"
                    + " embed, or use --mode bm25";

    private static final String TOO_FAR_DOWN = "it stands too far down to be told";

    private final Explainer words;
    private final Vectors vectors;
    private final RankedSearch ranked;

    Explanations(Explainer words, Vectors vectors, RankedSearch ranked) {
        this.words = words;
        this.vectors = vectors;
        this.ranked = ranked;
    }

    /// @param document the article's
    Explanation of(Query query, Scope scope, Mode mode, int document) throws IOException {
        Explanation byWords = words.explain(query, scope, document);
        if (ranked.ranksByWords(mode)) {
            return byWords.rank() == null ? byWords.unranked(NO_PASSAGE) : byWords;
        }
        Scope among = byWords.bars().isEmpty() ? scope : Scope.ALL;
        Ranking ranking = ranked.best(query, among, mode, RankedSearch.POOL);
        BytesRef id = new BytesRef(byWords.article().article().id());
        for (int i = 0; i < ranking.best().size(); i++) {
            Candidate candidate = ranking.best().get(i);
            if (candidate.id().equals(id)) {
                return byWords.ranked(i + 1, candidate.score(), Signals.of(candidate, ranking, mode));
            }
        }
        boolean noPassage = byWords.passages().isEmpty();
        return byWords.unranked(
                noPassage && (query.requiresWords() || !query.hasWords())
                        ? NO_PASSAGE
                        : whyNot(noPassage, mode, document));
    }

    private String whyNot(boolean noPassage, Mode mode, int document) throws IOException {
        boolean hasVector = vectors.findPublished(document).isPresent();
        return switch (mode) {
            case DENSE -> hasVector ? TOO_FAR_DOWN : NO_VECTOR;
            case BM25, HYBRID, RERANK -> noPassage && !hasVector ? NO_PASSAGE : TOO_FAR_DOWN;
        };
    }
}
