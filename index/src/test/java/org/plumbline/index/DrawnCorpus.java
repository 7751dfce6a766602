package org.plumbline.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.embed.EmbedJob;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorKey;
import org.plumbline.index.vector.VectorStore;
import org.plumbline.index.vector.VectorWriter;

/// Short articles by seed, some of them twins but for the id, with vectors that are drawn instead of computed: where
/// only the ranking is in question, the model would do nothing but take time.
record DrawnCorpus(List<ArticleWithTexts> articles, Map<String, float[]> vectors) {

    private static final List<String> WORDS = List.of(
            "aspirin", "heart", "failure", "stroke", "placebo", "trial", "insulin", "asthma", "cough", "renal", "pain");

    /// @param withVector how many of the articles have one, 0 to 1; twins have the same
    static DrawnCorpus of(Random random, int count, double withVector) {
        List<ArticleWithTexts> articles = new ArrayList<>();
        Map<String, float[]> vectors = new HashMap<>();
        Map<VectorKey, float[]> drawn = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String id = "pmid:" + (1000 + (i * 7919) % count);
            boolean twin = i > 0 && random.nextInt(10) == 0;
            ArticleWithTexts article = twin
                    ? twin(id, articles.get(random.nextInt(i)))
                    : article(id, words(random, 2), sentences(random, 3), 2000 + random.nextInt(20));
            articles.add(article);
            VectorKey key = ArticleWords.of(article.article(), article.texts()).key();
            drawn.computeIfAbsent(key, _ -> random.nextDouble() < withVector ? vector(random) : new float[0]);
            if (drawn.get(key).length > 0) {
                vectors.put(id, drawn.get(key));
            }
        }
        return new DrawnCorpus(List.copyOf(articles), Map.copyOf(vectors));
    }

    /// Publishes the articles with their vectors.
    void publish(Path home, int parts) throws IOException {
        Samples.publish(home, articles, parts);
        try (VectorWriter writer = VectorWriter.open(VectorStore.folder(home))) {
            for (ArticleWithTexts article : articles) {
                float[] vector = vectors.get(article.article().id());
                if (vector != null) {
                    writer.add(
                            ArticleWords.of(article.article(), article.texts()).key(), vector);
                }
            }
        }
        new EmbedJob(home, Progress.silent()).run(0);
    }

    private static ArticleWithTexts article(String id, String title, String abstractWords, int year) {
        return Samples.article(
                id, title, new PublicationDate(year, 0, 0), Journal.NONE, Samples.text(title, abstractWords));
    }

    private static ArticleWithTexts twin(String id, ArticleWithTexts other) {
        return Samples.article(
                id,
                other.article().bibliography().title(),
                other.article().bibliography().date(),
                Journal.NONE,
                other.texts().getFirst());
    }

    /// One to so many, of one to six drawn words each.
    private static String sentences(Random random, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(_ -> words(random, 1 + random.nextInt(6)) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder("The");
        for (int i = 0; i < count; i++) {
            words.append(' ').append(WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 1.5))));
        }
        return words.append('.').toString();
    }

    private static float[] vector(Random random) {
        float[] vector = new float[Embedder.DIMENSIONS];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return vector;
    }
}
