package org.plumbline.index.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.index.vector.VectorPart.Near;

class VectorPartTest {

    @TempDir
    Path folder;

    private final List<Integer> articles = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    @Test
    void answersOnlyWhatIsAcceptedAndTheNearestOfIt() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int documents = write(random, 6_000);
        try (VectorPart part = VectorPart.open(folder)) {
            for (double share : new double[] {0, 0.0005, 0.01, 0.5, 0.9, 1}) {
                float[] query = vector(random);
                FixedBitSet accepted = accepted(random, documents, share);
                List<Near> found = part.nearest(query, new BitSetIterator(accepted, 0)::nextDoc, 20);
                List<Near> expected = expected(query, accepted).limit(20).toList();
                assertThat(nearestOfLiving(accepted, query, 20))
                        .as("accepted as live, seed %d", seed)
                        .isEqualTo(found);
                String what = "seed %d, share %s".formatted(seed, share);
                assertThat(found).as(what).hasSameSizeAs(expected).isSortedAccordingTo(Near.NEAREST_FIRST);
                assertThat(found).as(what).allMatch(near -> accepted.get(near.article()));
                if (share < 0.6) {
                    assertThat(found).as(what).isEqualTo(expected);
                } else {
                    Set<Near> both = new HashSet<>(expected);
                    both.retainAll(found);
                    assertThat(both).as(what).hasSizeGreaterThan(14);
                }
            }
        }
    }

    @Test
    void findsTheVectorAndTheKeyOfAnArticle() throws IOException {
        int documents = write(new Random(7), 300);
        try (VectorPart part = VectorPart.open(folder)) {
            assertThat(part.size()).isEqualTo(300);
            for (int vector = 0; vector < part.size(); vector++) {
                assertThat(part.article(vector)).isEqualTo(articles.get(vector));
                assertThat(part.key(vector)).isEqualTo(VectorKey.of("words of " + articles.get(vector)));
            }
            for (int article = 0; article < documents; article++) {
                int at = articles.indexOf(article);
                assertThat(part.find(article).isPresent()).isEqualTo(at >= 0);
                if (at >= 0) {
                    assertThat(part.find(article)).contains(vectors.get(at));
                }
            }
        }
    }

    @Test
    void readsAPartOfOneVector() throws IOException {
        write(new Random(8), 1);
        try (VectorPart part = VectorPart.open(folder)) {
            assertThat(part.nearest(vectors.getFirst(), null, 10))
                    .extracting(Near::article)
                    .isEqualTo(articles);
            assertThat(part.nearest(vectors.getFirst(), () -> VectorPart.Articles.NONE, 10))
                    .isEmpty();
        }
    }

    @Test
    void answersNoMoreThanThereAreHoweverManyAreAskedFor() throws IOException {
        write(new Random(9), 5_000);
        try (VectorPart part = VectorPart.open(folder)) {
            assertThat(part.nearest(vectors.getFirst(), null, Integer.MAX_VALUE))
                    .hasSize(5_000);
        }
    }

    private List<Near> nearestOfLiving(FixedBitSet living, float[] query, int k) throws IOException {
        try (VectorPart part = VectorPart.open(folder, living::get)) {
            assertThat(part.nearest(query, new BitSetIterator(living, 0)::nextDoc, k))
                    .isEqualTo(part.nearest(query, null, k));
            return part.nearest(query, null, k);
        }
    }

    /// Writes vectors of some of the documents of a part, and answers how many documents it has.
    private int write(Random random, int count) throws IOException {
        int document = 0;
        try (VectorPartWriter writer = new VectorPartWriter(folder)) {
            for (int i = 0; i < count; i++) {
                document += 1 + random.nextInt(9);
                articles.add(document);
                vectors.add(vector(random));
                writer.add(document, VectorKey.of("words of " + document), vectors.getLast());
            }
            assertThat(writer.finish()).isEqualTo(count);
        }
        return document + 3;
    }

    private static FixedBitSet accepted(Random random, int documents, double share) {
        FixedBitSet accepted = new FixedBitSet(documents);
        for (int document = 0; document < documents; document++) {
            if (random.nextDouble() < share) {
                accepted.set(document);
            }
        }
        return accepted;
    }

    private Stream<Near> expected(float[] query, FixedBitSet accepted) {
        List<Near> all = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            if (accepted.get(articles.get(i))) {
                all.add(new Near(articles.get(i), Embedder.cosine(query, vectors.get(i))));
            }
        }
        return all.stream().sorted(Near.NEAREST_FIRST);
    }

    /// Of length 1, in one of a few directions and near it.
    private static float[] vector(Random random) {
        Random direction = new Random(random.nextInt(40));
        float[] vector = new float[Embedder.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (direction.nextGaussian() + 0.7 * random.nextGaussian());
        }
        double length = Math.sqrt(Embedder.cosine(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
