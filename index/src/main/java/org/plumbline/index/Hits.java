package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a search found.
final class Hits {

    private Hits() {}

    /// What was found, in the same order.
    static List<Hit> of(Blocks blocks, List<Candidate> found, List<QueryTerm> terms) throws IOException {
        List<Hit> hits = new ArrayList<>(found.size());
        for (Candidate candidate : found) {
            hits.add(of(blocks, candidate, terms));
        }
        return hits;
    }

    /// An article that has none of the words, but was near, is shown by its first passage.
    private static Hit of(Blocks blocks, Candidate candidate, List<QueryTerm> terms) throws IOException {
        List<PassageHit> passages = passages(blocks, candidate, terms);
        return new Hit(
                blocks.article(candidate.document()),
                candidate.score(),
                passages.isEmpty() ? first(blocks, candidate.document()) : passages);
    }

    private static List<PassageHit> first(Blocks blocks, int article) throws IOException {
        Optional<Integer> first = blocks.findFirstPassage(article);
        return first.isEmpty()
                ? List.of()
                : List.of(new PassageHit(blocks.passages(List.of(first.get())).getFirst(), 0, List.of()));
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
