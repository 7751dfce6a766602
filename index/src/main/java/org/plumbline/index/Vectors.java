package org.plumbline.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.lucene.EmbeddedWords;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.Reading;
import org.plumbline.index.vector.VectorKey;
import org.plumbline.index.vector.VectorPart;
import org.plumbline.index.vector.VectorStore;
import org.plumbline.index.vector.VectorWriter;

/// The vectors of a snapshot's articles: those of its vector parts, those that were computed since, and, for a few
/// articles, those that it computes itself. The vector parts are open from the start, so that they are read on when
/// they are removed; the model is loaded when it is asked for. Any thread may call it.
final class Vectors implements AutoCloseable {

    /// How many articles without a vector are embedded for one question: the first screen of its answer.
    static final int MOST_EMBEDDED = 16;

    private static final int MOST_KEPT = 4096;

    /// An article, by its document in the snapshot's reader, and the cosine of its vector with the question's.
    record Near(int document, double cosine) {

        static final Comparator<Near> NEAREST_FIRST =
                Comparator.comparingDouble(Near::cosine).reversed().thenComparing(Near::document);
    }

    private final SnapshotFolder folder;
    private final SnapshotManifest manifest;
    private final IndexReader reader;
    private final Blocks blocks;
    private final Readings readings;
    private final Map<String, float[]> questions = Readings.recent(64);
    private final Map<VectorKey, float[]> computed = Readings.recent(MOST_KEPT);

    /// By the place of their part.
    private final Map<Integer, VectorPart> parts = new LinkedHashMap<>();

    private @Nullable VectorStore store;
    private boolean storeWasLookedFor;

    /// @param reader of the snapshot's parts: leaf `i` is part `i` of the manifest
    /// @throws WrongInputException where a vector part is missing or damaged
    Vectors(SnapshotFolder folder, SnapshotManifest manifest, IndexReader reader, Readings readings)
            throws IOException {
        this.readings = readings;
        this.folder = folder;
        this.manifest = manifest;
        this.reader = reader;
        this.blocks = new Blocks(reader);
        try {
            open();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        for (int i = 0; articles() > 0 && i < manifest.parts().size(); i++) {
            SnapshotPart part = manifest.parts().get(i);
            if (!part.vectors().isEmpty()) {
                parts.put(i, open(part, reader.leaves().get(i).reader().getLiveDocs()));
            }
        }
    }

    private VectorPart open(SnapshotPart part, @Nullable Bits live) throws IOException {
        Path vectors = folder.vectorPart(part.vectors());
        try {
            if (VectorPartList.find(vectors).filter(list -> list.isOf(part)).isEmpty()) {
                throw new CorruptIndexException("no list of the vectors of part " + part.id(), vectors.toString());
            }
            return VectorPart.open(vectors, live == null ? null : live::get);
        } catch (NoSuchFileException | FileNotFoundException | EOFException | CorruptIndexException e) {
            throw new WrongInputException(
                    "vector part " + part.vectors() + " of snapshot " + manifest.id()
                            + " is missing or damaged: run `plumbline index embed`",
                    e);
        }
    }

    /// How many articles [#nearest] can find: none where the vectors are of another model.
    long articles() {
        VectorCoverage coverage = manifest.coverage();
        return coverage.model().equals(Embedder.MODEL_ID) ? coverage.articles() : 0;
    }

    /// Whether the model can be run, to give a question its vector.
    boolean canBeAsked() {
        try {
            return query("evidence").length > 0;
        } catch (WrongInputException e) {
            return false;
        }
    }

    /// The vector of a question. The last ones are kept.
    float[] query(String words) {
        float[] known = questions.get(words);
        if (known != null) {
            return known;
        }
        float[] vector = Embedder.shared().query(words);
        questions.put(words, vector);
        return vector;
    }

    /// The `k` articles nearest to a question's vector among those that pass and have a vector, nearest first, ties
    /// by document: all exactly where few pass, else those that the graphs of neighbours lead to. An article that
    /// does not pass is never answered, nor one that is dead.
    ///
    /// @param accepted over articles; null lets all pass
    List<Near> nearest(float[] query, @Nullable Weight accepted, int k) throws IOException {
        List<Near> nearest = new ArrayList<>();
        for (Map.Entry<Integer, VectorPart> part : parts.entrySet()) {
            LeafReaderContext leaf = reader.leaves().get(part.getKey());
            VectorPart.Articles passing = accepted == null ? null : iterator(accepted.scorer(leaf))::nextDoc;
            for (VectorPart.Near near : part.getValue().nearest(query, passing, k)) {
                nearest.add(new Near(leaf.docBase + near.article(), near.cosine()));
            }
        }
        nearest.sort(Near.NEAREST_FIRST);
        return List.copyOf(nearest.subList(0, Math.min(k, nearest.size())));
    }

    private static DocIdSetIterator iterator(@Nullable Scorer scorer) {
        return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    }

    /// The cosine of each article with a question's vector, in the articles' order. Of those without a vector in
    /// the snapshot the first [#MOST_EMBEDDED] are embedded now, unless they were before, and kept where that is
    /// allowed; the others have [Double#NaN], whatever was embedded before: a snapshot gives one answer.
    double[] cosines(float[] query, List<Integer> articles) throws IOException {
        double[] cosines = new double[articles.size()];
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < cosines.length; i++) {
            Optional<float[]> vector = findPublished(articles.get(i));
            cosines[i] = vector.isEmpty() ? Double.NaN : Embedder.cosine(query, vector.get());
            if (vector.isEmpty() && without.size() < MOST_EMBEDDED) {
                without.add(i);
            }
        }
        List<float[]> vectors = embedded(without.stream().map(articles::get).toList());
        for (int i = 0; i < without.size(); i++) {
            cosines[without.get(i)] = Embedder.cosine(query, vectors.get(i));
        }
        return cosines;
    }

    /// The vectors of articles that have none in the snapshot, in the articles' order.
    private List<float[]> embedded(List<Integer> articles) throws IOException {
        Map<Integer, float[]> vectors = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (int article : articles) {
            find(article).ifPresentOrElse(vector -> vectors.put(article, vector), () -> missing.add(article));
        }
        List<float[]> fresh = embed(missing);
        for (int i = 0; i < missing.size(); i++) {
            vectors.put(missing.get(i), fresh.get(i));
        }
        return articles.stream().map(vectors::get).toList();
    }

    /// The vector of an article, where it was computed before.
    Optional<float[]> find(int article) throws IOException {
        Optional<float[]> published = findPublished(article);
        LeafReaderContext leaf = leaf(article);
        return published.isPresent()
                ? published
                : find(VectorKey.of(EmbeddedWords.digest(leaf, article - leaf.docBase)));
    }

    /// The vector that the snapshot has of an article.
    Optional<float[]> findPublished(int article) throws IOException {
        LeafReaderContext leaf = leaf(article);
        VectorPart part = parts.get(leaf.ord);
        return part == null ? Optional.empty() : part.find(article - leaf.docBase);
    }

    private LeafReaderContext leaf(int article) {
        return reader.leaves().get(ReaderUtil.subIndex(article, reader.leaves()));
    }

    private Optional<float[]> find(VectorKey key) throws IOException {
        float[] own = computed.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        VectorStore stored = store();
        return stored == null ? Optional.empty() : stored.find(key);
    }

    private List<float[]> embed(List<Integer> articles) throws IOException {
        if (articles.isEmpty()) {
            return List.of();
        }
        List<ArticleWords> words = new ArrayList<>();
        for (int article : articles) {
            words.add(ArticleWords.read(blocks, article));
        }
        List<float[]> vectors = readings.of(words).stream().map(Reading::vector).toList();
        Map<VectorKey, float[]> fresh = new HashMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            fresh.put(words.get(i).key(), vectors.get(i));
        }
        computed.putAll(fresh);
        keep(fresh);
        return vectors;
    }

    /// Offers vectors to the store; what it does not take now is computed again one day.
    private void keep(Map<VectorKey, float[]> fresh) {
        Path stored = VectorStore.folder(folder.home());
        try (VectorWriter writer = VectorWriter.find(stored).orElse(null)) {
            if (writer != null) {
                for (Map.Entry<VectorKey, float[]> each : fresh.entrySet()) {
                    writer.add(each.getKey(), each.getValue());
                }
            }
        } catch (IOException e) {
            // Whoever may only read the home searches all the same.
            return;
        }
    }

    private synchronized @Nullable VectorStore store() throws IOException {
        if (!storeWasLookedFor) {
            store = VectorStore.find(VectorStore.folder(folder.home())).orElse(null);
            storeWasLookedFor = true;
        }
        return store;
    }

    @Override
    public synchronized void close() throws IOException {
        for (VectorPart part : parts.values()) {
            part.close();
        }
        if (store != null) {
            store.close();
        }
    }
}
