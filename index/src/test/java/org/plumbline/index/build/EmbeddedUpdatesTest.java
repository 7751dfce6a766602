package org.plumbline.index.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.DigestSum;
import org.plumbline.index.OpenParts;
import org.plumbline.index.Samples;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.SyntheticVectors;
import org.plumbline.index.VectorCoverage;
import org.plumbline.index.build.SnapshotUpdateTest.State;
import org.plumbline.index.embed.EmbedJob;
import org.plumbline.index.lucene.EmbeddedWords;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorKey;
import org.plumbline.index.vector.VectorPart;

/// The law of updates with vectors: whatever happens to a corpus, a snapshot covers the live articles of the parts
/// that kept their vectors, and no others, and after `embed` all whose vectors are stored.
class EmbeddedUpdatesTest {

    @TempDir
    Path home;

    @Test
    void coverWhatLivesWhateverHappened() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ChangingCorpus corpus = new ChangingCorpus(random);
        for (int i = 0; i < 30; i++) {
            corpus.arrive();
        }
        Samples.publish(home, corpus.whole(), 2, "day 0");
        Set<Integer> stored = new HashSet<>();
        int dead = 0;
        int dropped = 0;
        for (int day = 1; day <= 25; day++) {
            String as = "seed %d, day %d".formatted(seed, day);
            if (random.nextInt(3) > 0) {
                stored.add(random.nextInt(4));
                SyntheticVectors.store(home, key -> stored.contains((int) (key.second() & 3)));
                new EmbedJob(home, Progress.silent()).run(0);
                assertThat(current().coverage()).as(as).isEqualTo(coverage(stored));
            }
            State before = State.of(corpus);
            SnapshotManifest base = current();
            corpus.change(1 + random.nextInt(8));
            SnapshotManifest updated = SnapshotUpdateTest.update(home, before, corpus, "day " + day);
            Held held = held(updated, as);
            assertThat(updated.coverage()).as(as).isEqualTo(held.coverage());
            dead += held.dead();
            dropped += updated.coverage().articles() < base.coverage().articles() - held.dead() ? 1 : 0;
            assertThat(SnapshotCheck.of(new SnapshotFolder(home), updated.id()))
                    .as(as)
                    .isEmpty();
        }
        assertThat(dead).as("seed %d: vectors of dead articles", seed).isPositive();
        assertThat(dropped).as("seed %d: joined parts lost theirs", seed).isPositive();
    }

    private SnapshotManifest current() {
        SnapshotFolder folder = new SnapshotFolder(home);
        return folder.manifest(folder.findCurrent().orElseThrow());
    }

    /// All live articles whose vectors are stored.
    private VectorCoverage coverage(Set<Integer> stored) throws IOException {
        List<VectorKey> keys = SyntheticVectors.keys(home);
        keys.removeIf(key -> !stored.contains((int) (key.second() & 3)));
        return coverage(keys);
    }

    private static VectorCoverage coverage(List<VectorKey> keys) {
        DigestSum sum = keys.stream().map(key -> DigestSum.of(key.bytes())).reduce(DigestSum.ZERO, DigestSum::plus);
        return keys.isEmpty() ? VectorCoverage.NONE : new VectorCoverage(Embedder.MODEL_ID, keys.size(), sum);
    }

    /// @param dead how many vectors are of articles that the snapshot leaves out
    private record Held(VectorCoverage coverage, int dead) {}

    /// Walks over every vector of every part; none of a dead article is answered.
    private Held held(SnapshotManifest manifest, String as) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        List<VectorKey> keys = new ArrayList<>();
        int dead = 0;
        for (SnapshotPart part : manifest.parts()) {
            if (!part.vectors().isEmpty()) {
                try (DirectoryReader reader = OpenParts.of(folder, manifest.id(), part)) {
                    LeafReaderContext leaf = reader.leaves().getFirst();
                    Bits live = leaf.reader().getLiveDocs();
                    try (VectorPart vectors =
                            VectorPart.open(folder.vectorPart(part.vectors()), live == null ? null : live::get)) {
                        List<VectorKey> living = living(vectors, leaf);
                        assertThat(vectors.nearest(SyntheticVectors.of(vectors.key(0)), null, 1000))
                                .as(as)
                                .hasSize(living.size())
                                .allMatch(near -> live == null || live.get(near.article()));
                        keys.addAll(living);
                        dead += vectors.size() - living.size();
                    }
                }
            }
        }
        return new Held(coverage(keys), dead);
    }

    private static List<VectorKey> living(VectorPart vectors, LeafReaderContext leaf) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        List<VectorKey> keys = new ArrayList<>();
        for (int vector = 0; vector < vectors.size(); vector++) {
            int article = vectors.article(vector);
            assertThat(vectors.key(vector)).isEqualTo(VectorKey.of(EmbeddedWords.digest(leaf, article)));
            if (live == null || live.get(article)) {
                keys.add(vectors.key(vector));
            }
        }
        return keys;
    }
}
