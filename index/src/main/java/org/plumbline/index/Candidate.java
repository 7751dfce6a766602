package org.plumbline.index;

import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/// An article that matched, with its exact score.
///
/// @param document the article's document
/// @param passages its best passages, best first, at most [Hit#MOST_PASSAGES]
record Candidate(double score, BytesRef id, int document, List<Match> passages) {

    /// By score; of two with one score the lower id comes first.
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id);

    Candidate {
        passages = List.copyOf(passages);
    }

    /// A passage that matched, by its document.
    record Match(int document, double score) {}
}
