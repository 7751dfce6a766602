package org.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.Vectors.Near;
import org.plumbline.index.build.Pruning;
import org.plumbline.index.build.Publications;
import org.plumbline.index.embed.EmbedJob;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorStore;

class VectorsTest {

    private static final int ARTICLES = 40;

    @TempDir
    Path home;

    private final SnapshotFolder folder() {
        return new SnapshotFolder(home);
    }

    @Test
    void answersTheNearestOfTheArticlesThatPass() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Samples.publish(home, Samples.random(21, ARTICLES), 3);
        new EmbedJob(home, Progress.silent()).run(ARTICLES - 10);
        SnapshotManifest manifest = current();
        try (MultiReader reader = OpenParts.of(folder(), manifest);
                Vectors vectors = new Vectors(folder(), manifest, reader, new Readings())) {
            assertThat(vectors.articles()).isEqualTo(ARTICLES - 10);
            float[] question = vectors.query("aspirin for heart failure");
            List<Near> all = vectors.nearest(question, null, 1000);
            assertThat(all).hasSize(ARTICLES - 10).isSortedAccordingTo(Near.NEAREST_FIRST);
            for (Near near : all) {
                ArticleWords words = ArticleWords.read(new Blocks(reader), near.document());
                float[] vector = Embedder.shared().passage(words.title(), words.abstractWords());
                assertThat(near.cosine()).isEqualTo(Embedder.cosine(question, vector));
            }
            IndexSearcher searcher = new IndexSearcher(reader);
            for (int round = 0; round < 10; round++) {
                int since = 2000 + random.nextInt(22);
                int k = 1 + random.nextInt(12);
                var query = IntPoint.newRangeQuery(Fields.YEAR, since, 3000);
                Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
                Set<Integer> passing = new HashSet<>();
                for (int document : documents(reader)) {
                    var date = new Blocks(reader)
                            .article(document)
                            .article()
                            .bibliography()
                            .date();
                    if (date != null && date.year() >= since) {
                        passing.add(document);
                    }
                }
                assertThat(vectors.nearest(question, weight, k))
                        .as("seed %d: since %d, k %d", seed, since, k)
                        .isEqualTo(all.stream()
                                .filter(near -> passing.contains(near.document()))
                                .limit(k)
                                .toList());
            }
        }
    }

    @Test
    void embedsTheFirstOfThoseWithoutAVectorAndKeepsThem() throws IOException {
        SnapshotManifest manifest = Samples.publish(home, Samples.random(22, ARTICLES), 2);
        double[] first;
        List<Integer> documents;
        try (MultiReader reader = OpenParts.of(folder(), manifest);
                Vectors vectors = new Vectors(folder(), manifest, reader, new Readings())) {
            documents = documents(reader);
            float[] question = vectors.query("insulin and glucose");
            assertThat(vectors.articles()).isZero();
            assertThat(vectors.nearest(question, null, 10)).isEmpty();
            assertThat(vectors.find(documents.getFirst())).isEmpty();
            first = vectors.cosines(question, documents);
            for (int i = 0; i < first.length; i++) {
                assertThat(Double.isNaN(first[i])).isEqualTo(i >= Vectors.MOST_EMBEDDED);
            }
            assertThat(vectors.find(documents.getFirst())).isPresent();
            assertThat(vectors.cosines(question, documents.subList(0, Vectors.MOST_EMBEDDED)))
                    .isEqualTo(java.util.Arrays.copyOf(first, Vectors.MOST_EMBEDDED));
        }
        try (VectorStore store = VectorStore.find(VectorStore.folder(home)).orElseThrow();
                MultiReader reader = OpenParts.of(folder(), manifest);
                Vectors later = new Vectors(folder(), manifest, reader, new Readings())) {
            assertThat(store.size()).isEqualTo(Vectors.MOST_EMBEDDED);
            assertThat(later.find(documents.get(3))).isPresent();
            assertThat(later.find(documents.get(Vectors.MOST_EMBEDDED))).isEmpty();
        }
    }

    /// The vectors of an open snapshot are read on, whatever is removed beneath it.
    @Test
    void readsOnWhatWasPruned() throws IOException {
        Samples.publish(home, Samples.random(24, 12), 2);
        SyntheticVectors.store(home, _ -> true);
        new EmbedJob(home, Progress.silent()).run(0);
        try (Snapshot open = Snapshot.openCurrent(home)) {
            Samples.publish(home, Samples.random(25, 3), 1, "another corpus");
            Publications publications = new Publications(folder(), Clock.systemUTC());
            Pruning.plan(folder(), publications, 1, Set.of()).run(folder());
            assertThat(folder().vectorPartIds()).isEmpty();
            assertThat(open.search(Query.words("aspirin"), Filter.NONE, Mode.DENSE, 20)
                            .hits())
                    .hasSize(12);
        }
    }

    @Test
    void saysWhatToDoWhereAVectorPartIsLost() throws IOException {
        Samples.publish(home, Samples.random(26, 3), 1);
        SyntheticVectors.store(home, _ -> true);
        new EmbedJob(home, Progress.silent()).run(0);
        String id = folder().vectorPartIds().getFirst();
        Files.delete(folder().vectorPart(id).resolve("articles"));
        assertThatThrownBy(() -> Snapshot.openCurrent(home))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("vector part " + id)
                .hasMessageContaining("run `plumbline index embed`");
        new EmbedJob(home, Progress.silent()).run(0);
        Snapshot.openCurrent(home).close();
    }

    private SnapshotManifest current() {
        return folder().manifest(folder().findCurrent().orElseThrow());
    }

    /// The documents of the articles.
    private static List<Integer> documents(MultiReader reader) throws IOException {
        List<Integer> documents = new ArrayList<>();
        for (var leaf : reader.leaves()) {
            var articles = leaf.reader().getNumericDocValues(Fields.BLOCK);
            while (articles.nextDoc() != org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS) {
                documents.add(leaf.docBase + articles.docID());
            }
        }
        return documents;
    }
}
