package org.plumbline.index.vector;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.index.lucene.LuceneLog;

/// Reads the vectors of one text part. A vector's number is its place among the part's vectors; vectors and graph
/// are mapped into memory, nothing of them is on the heap. Any thread may call it.
public final class VectorPart implements AutoCloseable {

    static {
        LuceneLog.quiet();
    }

    /// An article, by its document in the text part, and the cosine of its vector with the query's.
    public record Near(int article, double cosine) {

        public static final Comparator<Near> NEAREST_FIRST =
                Comparator.comparingDouble(Near::cosine).reversed().thenComparing(Near::article);
    }

    /// Articles, by their documents in the text part, ascending.
    public interface Articles {

        /// What comes after the last one.
        int NONE = DocIdSetIterator.NO_MORE_DOCS;

        /// The next one.
        int next() throws IOException;
    }

    /// So few vectors are all compared: a walk through the graph would compare about as many, and might miss some.
    static final int EXACT = 4096;

    /// The walk keeps at least so many candidates, whatever number is asked for.
    static final int CANDIDATES = 256;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final DirectoryReader reader;
    private final LeafReader leaf;
    private final Arena arena;
    private final MemorySegment articles;
    private final int size;
    private final @Nullable IntPredicate live;
    private @Nullable FixedBitSet alive;

    private VectorPart(
            DirectoryReader reader, LeafReader leaf, Arena arena, MemorySegment articles, @Nullable IntPredicate live) {
        this.reader = reader;
        this.leaf = leaf;
        this.arena = arena;
        this.articles = articles;
        this.size = leaf.maxDoc();
        this.live = live;
    }

    /// Opens the part in a folder that [VectorPartWriter] finished; all its articles live.
    public static VectorPart open(Path folder) throws IOException {
        return open(folder, null);
    }

    /// The same for a snapshot that leaves some of the articles out.
    ///
    /// @param live tells the articles that are not dead; null where all live
    public static VectorPart open(Path folder, @Nullable IntPredicate live) throws IOException {
        Arena arena = Arena.ofShared();
        DirectoryReader reader = null;
        try (FileChannel channel =
                FileChannel.open(folder.resolve(VectorPartWriter.ARTICLES), StandardOpenOption.READ)) {
            reader = DirectoryReader.open(FSDirectory.open(folder));
            MemorySegment articles = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (reader.leaves().size() != 1
                    || articles.byteSize() != (long) reader.maxDoc() * VectorPartWriter.ARTICLE_BYTES) {
                throw new CorruptIndexException("not as many articles as vectors", folder.toString());
            }
            return new VectorPart(reader, reader.leaves().getFirst().reader(), arena, articles, live);
        } catch (IOException | RuntimeException e) {
            arena.close();
            if (reader != null) {
                reader.close();
            }
            throw e;
        }
    }

    /// How many vectors there are.
    public int size() {
        return size;
    }

    /// The article of a vector, as its document in the text part.
    public int article(int vector) {
        return articles.get(INT, (long) vector * VectorPartWriter.ARTICLE_BYTES);
    }

    /// The key of a vector.
    public VectorKey key(int vector) {
        long start = (long) vector * VectorPartWriter.ARTICLE_BYTES + Integer.BYTES;
        ByteBuffer bytes = articles.asSlice(start, VectorKey.BYTES).asByteBuffer();
        return VectorKey.read(bytes);
    }

    /// The vector of an article.
    public Optional<float[]> find(int article) throws IOException {
        int vector = first(article, 0);
        return vector < size && article(vector) == article
                ? Optional.of(values().vectorValue(vector))
                : Optional.empty();
    }

    /// The key of an article's vector, if it has one.
    public Optional<VectorKey> findKey(int article) {
        int vector = first(article, 0);
        return vector < size && article(vector) == article ? Optional.of(key(vector)) : Optional.empty();
    }

    /// The `k` live articles nearest to a vector of length 1, nearest first, those with one cosine by article: all
    /// exactly where few are accepted, else those that the graph leads to.
    ///
    /// @param accepted the articles that may be answered; null accepts all
    public List<Near> nearest(float[] query, @Nullable Articles accepted, int k) throws IOException {
        int most = Math.min(k, size);
        FixedBitSet vectors = passing(accepted);
        int count = vectors == null ? size : vectors.cardinality();
        return count <= EXACT || count <= most
                ? exact(query, iterator(vectors, count), most)
                : walk(query, vectors, count, most);
    }

    /// The vectors of accepted live articles; null where these are all.
    private @Nullable FixedBitSet passing(@Nullable Articles accepted) throws IOException {
        FixedBitSet alive = alive();
        if (accepted == null) {
            return alive;
        }
        FixedBitSet vectors = vectors(accepted);
        if (alive != null) {
            vectors.and(alive);
        }
        return vectors;
    }

    /// The vectors of live articles, looked for once; null where all live.
    private synchronized @Nullable FixedBitSet alive() {
        if (live != null && alive == null) {
            FixedBitSet found = new FixedBitSet(size);
            for (int vector = 0; vector < size; vector++) {
                if (live.test(article(vector))) {
                    found.set(vector);
                }
            }
            alive = found;
        }
        return alive;
    }

    private DocIdSetIterator iterator(@Nullable FixedBitSet vectors, int count) {
        return vectors == null ? DocIdSetIterator.all(size) : new BitSetIterator(vectors, count);
    }

    /// The vectors of articles.
    private FixedBitSet vectors(Articles accepted) throws IOException {
        FixedBitSet vectors = new FixedBitSet(size);
        int vector = 0;
        for (int article = accepted.next(); article != Articles.NONE && vector < size; article = accepted.next()) {
            vector = first(article, vector);
            if (vector < size && article(vector) == article) {
                vectors.set(vector);
            }
        }
        return vectors;
    }

    /// The first vector from `from` on whose article is not before this one: by steps that double, then by halves.
    private int first(int article, int from) {
        int step = 1;
        while (from + step < size && article(from + step) < article) {
            step *= 2;
        }
        int low = from;
        int high = Math.min(size, from + step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (article(middle) < article) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Near> walk(float[] query, @Nullable FixedBitSet vectors, int count, int k) throws IOException {
        // More than `count` comparisons would cost more than comparing all that are accepted.
        TopKnnCollector collector = new TopKnnCollector(Math.max(k, CANDIDATES), count);
        AcceptDocs accepted = vectors == null
                ? AcceptDocs.fromLiveDocs(null, size)
                : AcceptDocs.fromIteratorSupplier(() -> new BitSetIterator(vectors, count), null, size);
        leaf.searchNearestVectors(VectorPartWriter.VECTOR, query, collector, accepted);
        ScoreDoc[] found = collector.topDocs().scoreDocs;
        if (collector.earlyTerminated() || found.length < Math.min(k, count)) {
            return exact(query, iterator(vectors, count), k);
        }
        FloatVectorValues values = values();
        List<Near> near = new ArrayList<>(found.length);
        for (ScoreDoc each : found) {
            near.add(near(query, values, each.doc));
        }
        near.sort(Near.NEAREST_FIRST);
        return List.copyOf(near.subList(0, Math.min(k, near.size())));
    }

    private List<Near> exact(float[] query, DocIdSetIterator vectors, int k) throws IOException {
        FloatVectorValues values = values();
        PriorityQueue<Near> nearest = new PriorityQueue<>(Near.NEAREST_FIRST.reversed());
        for (int each = vectors.nextDoc(); each != DocIdSetIterator.NO_MORE_DOCS; each = vectors.nextDoc()) {
            nearest.add(near(query, values, each));
            if (nearest.size() > k) {
                nearest.remove();
            }
        }
        return nearest.stream().sorted(Near.NEAREST_FIRST).toList();
    }

    private Near near(float[] query, FloatVectorValues values, int vector) throws IOException {
        return new Near(article(vector), Embedder.cosine(query, values.vectorValue(vector)));
    }

    /// Vector `i` is document `i`.
    private FloatVectorValues values() throws IOException {
        FloatVectorValues values = leaf.getFloatVectorValues(VectorPartWriter.VECTOR);
        if (values == null) {
            throw new IOException("a vector part without vectors");
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        arena.close();
    }
}
