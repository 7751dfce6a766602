package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads what a search found.
final class Hits {

    private Hits() {}

    static Hit of(Blocks blocks, Candidate candidate, List<QueryTerm> terms) throws IOException {
        return new Hit(blocks.article(candidate.document()), candidate.score(), passages(blocks, candidate, terms));
    }

    /// The candidate's passages with the words of the query in them.
    static List<PassageHit> passages(Blocks blocks, Candidate candidate, List<QueryTerm> terms) throws IOException {
        List<PassageHit> hits = new ArrayList<>();
        List<Passage> read = blocks.passages(
                candidate.passages().stream().map(Candidate.Match::document).toList());
        for (int i = 0; i < read.size(); i++) {
            Passage passage = read.get(i);
            double score = candidate.passages().get(i).score();
            hits.add(new PassageHit(passage, score, Highlights.in(passage.words(), terms)));
        }
        return hits;
    }
}
