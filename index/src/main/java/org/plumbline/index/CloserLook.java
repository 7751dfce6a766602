package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.index.rank.LateInteraction;
import org.plumbline.index.vector.Embedder;

/// Looks closer at the first articles of a ranking: compares each word of the question with each word of an article's
/// title and abstract, by the vectors that the model gives words in their context. Any thread may call it; each call
/// runs the model once for each article whose words are not known.
final class CloserLook {

    /// How many articles are looked at: each that was not read before runs the model once.
    static final int ARTICLES = 8;

    /// What a similarity adds to a score between 0 and 1. Similarities lie close to each other, some hundredths apart.
    static final double WEIGHT = 7;

    private final Blocks blocks;
    private final Readings readings;

    CloserLook(Blocks blocks, Readings readings) {
        this.blocks = blocks;
        this.readings = readings;
    }

    /// How similar the words of articles, by their documents, are to the question's: 0 to 1, in the articles' order.
    double[] similarities(String question, List<Integer> articles) throws IOException {
        List<ArticleWords> words = new ArrayList<>();
        for (int article : articles) {
            words.add(ArticleWords.read(blocks, article));
        }
        float[][] asked = Embedder.shared().words(question);
        return readings.of(words).stream()
                .mapToDouble(reading -> LateInteraction.similarity(asked, reading.words()))
                .toArray();
    }
}
