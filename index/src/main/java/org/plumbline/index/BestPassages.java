package org.plumbline.index;

import java.util.ArrayList;
import java.util.List;

/// The best passages of one article while they are gathered; of two with one score the earlier comes first.
final class BestPassages {

    private final int[] documents;
    private final double[] scores;
    private int size;

    /// @param most how many are kept, [ArticleScore#COUNTED] at least
    BestPassages(int most) {
        documents = new int[most];
        scores = new double[most];
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int document, double score) {
        int at = size;
        while (at > 0 && scores[at - 1] < score) {
            at--;
        }
        if (at == documents.length) {
            return;
        }
        int moved = Math.min(size, documents.length - 1) - at;
        System.arraycopy(documents, at, documents, at + 1, moved);
        System.arraycopy(scores, at, scores, at + 1, moved);
        documents[at] = document;
        scores[at] = score;
        size = Math.min(size + 1, documents.length);
    }

    /// What the article scores for these.
    double score() {
        return ArticleScore.of(scores, size);
    }

    /// What it scores at most where it has further passages of this score or less.
    double scoreAtMost(double others) {
        return ArticleScore.atMost(scores, size, others);
    }

    List<Candidate.Match> matches() {
        List<Candidate.Match> matches = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            matches.add(new Candidate.Match(documents[i], scores[i]));
        }
        return matches;
    }
}
