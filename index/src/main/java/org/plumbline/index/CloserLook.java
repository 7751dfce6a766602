package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plumbline.index.rank.LateInteraction;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.Reading;

/// Looks closer at the first articles of a ranking: finds the sentence of the abstract that is most like the question,
/// word by word, by the vectors that the model gives words in the context of the whole article; rare words weigh more.
/// Any thread may call it; each call runs the model once for each article whose words are not known.
final class CloserLook {

    /// How many word pieces are read for one question: what the model takes grows with these.
    static final int MOST_PIECES = 1_200;

    /// How many articles are looked at, however long they are, and at most, however short.
    static final int LEAST = 2;

    static final int MOST = Vectors.MOST_EMBEDDED;

    /// What a similarity adds to a score between 0 and 1. Similarities lie close to each other, some hundredths apart.
    static final double WEIGHT = 10;

    /// What was seen of an article.
    ///
    /// @param similarity of its best sentence with the question
    /// @param sentence as it stands in the abstract; the title where there is none
    record Look(double similarity, String sentence) {}

    /// An article to be looked at.
    ///
    /// @param bounds of its sentences in its word pieces
    private record Laid(ArticleWords words, List<String> sentences, List<Integer> bounds) {

        static Laid of(ArticleWords words) {
            List<String> sentences = words.sentences();
            List<Integer> bounds = new ArrayList<>();
            bounds.add(words.abstractWords().isBlank() ? 0 : count(words.title()));
            for (String sentence : sentences) {
                bounds.add(bounds.getLast() + count(sentence));
            }
            return new Laid(words, sentences, bounds);
        }

        private static int count(String words) {
            return Embedder.shared().wordOfEachPiece(words).size();
        }

        int pieces() {
            return Math.min(bounds.getLast(), Embedder.MOST_PIECES);
        }

        Look look(float[][] asked, double[] weights, Reading read) {
            int[] ends = bounds.stream().mapToInt(Integer::intValue).toArray();
            LateInteraction.Best best = LateInteraction.best(asked, weights, read.words(), ends);
            return new Look(best.similarity(), sentences.get(best.sentence()));
        }
    }

    private final Blocks blocks;
    private final Readings readings;
    private final WordRarity rarity;

    CloserLook(Blocks blocks, Readings readings, WordRarity rarity) {
        this.blocks = blocks;
        this.readings = readings;
        this.rarity = rarity;
    }

    /// Looks at as many of the first articles as can be read in the time of a search; in their order.
    ///
    /// @param articles their documents
    List<Look> atFirst(String question, List<Integer> articles) throws IOException {
        List<Laid> laid = new ArrayList<>();
        int pieces = 0;
        for (int article : articles.subList(0, Math.min(MOST, articles.size()))) {
            Laid next = Laid.of(ArticleWords.read(blocks, article));
            pieces += next.pieces();
            if (laid.size() >= LEAST && pieces > MOST_PIECES) {
                break;
            }
            laid.add(next);
        }
        return looks(question, laid);
    }

    /// Looks at articles that were read for this search anyway; in their order.
    ///
    /// @param articles their documents
    List<Look> at(String question, List<Integer> articles) throws IOException {
        List<Laid> laid = new ArrayList<>();
        for (int article : articles) {
            laid.add(Laid.of(ArticleWords.read(blocks, article)));
        }
        return looks(question, laid);
    }

    /// The longest are read first, so that no core has to wait long for the last.
    private List<Look> looks(String question, List<Laid> articles) throws IOException {
        float[][] asked = Embedder.shared().words(question);
        double[] weights = weights(Embedder.shared().wordOfEachPiece(question));
        List<Laid> longest = articles.stream()
                .sorted(Comparator.comparingInt(Laid::pieces).reversed())
                .toList();
        List<Reading> read = readings.of(longest.stream().map(Laid::words).toList());
        Map<ArticleWords, Reading> byWords = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            byWords.put(longest.get(i).words(), read.get(i));
        }
        return articles.stream()
                .map(article -> article.look(asked, weights, Objects.requireNonNull(byWords.get(article.words()))))
                .toList();
    }

    /// A word weighs as much as it is rare, shared by its pieces, however often it is said.
    private double[] weights(List<String> words) throws IOException {
        double[] weights = new double[words.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = rarity.idf(words.get(i)) / Collections.frequency(words, words.get(i));
        }
        return weights;
    }
}
