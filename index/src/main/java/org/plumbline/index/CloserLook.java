package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.plumbline.index.rank.LateInteraction;
import org.plumbline.index.vector.Embedder;

/// Looks closer at the first articles of a ranking: compares each word of the question with each word of an article's
/// title and abstract, by the vectors that the model gives words in their context. Any thread may call it; each call
/// runs the model once for each article.
final class CloserLook {

    /// How many articles are looked at: about 200 ms of two cores.
    static final int ARTICLES = 8;

    /// What a similarity adds to a score between 0 and 1. Similarities lie close to each other, some hundredths apart.
    static final double WEIGHT = 7;

    private final Blocks blocks;

    CloserLook(Blocks blocks) {
        this.blocks = blocks;
    }

    /// How similar the words of articles, by their documents, are to the question's: 0 to 1, in the articles' order.
    double[] similarities(String question, List<Integer> articles) throws IOException {
        Embedder embedder = Embedder.shared();
        List<Future<float[][]>> later = new ArrayList<>();
        for (int article : articles) {
            ArticleWords words = ArticleWords.read(blocks, article);
            later.add(embedder.wordsLater(words.title(), words.abstractWords()));
        }
        float[][] asked = embedder.words(question);
        return later.stream()
                .mapToDouble(each -> LateInteraction.similarity(asked, Embedder.await(each)))
                .toArray();
    }
}
