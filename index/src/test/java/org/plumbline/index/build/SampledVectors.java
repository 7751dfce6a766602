package org.plumbline.index.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.ArticleWords;
import org.plumbline.index.OpenParts;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.embed.EmbedJob;
import org.plumbline.index.lucene.EmbeddedWords;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorKey;
import org.plumbline.index.vector.VectorStore;
import org.plumbline.index.vector.VectorWriter;

/// Gives each article of a load a vector without embedding it: that of a real abstract, moved by seeded noise so
/// that the cosine of both is about .9, as of two abstracts on one subject. They go into the store of vectors under
/// the articles' own keys, and the product makes its graphs of them and publishes.
///
/// Arguments: the folder of test data; the home; a folder that keeps the embedded abstracts for the next time; how many
/// abstracts are embedded.
final class SampledVectors {

    private static final double NOISE = 0.48;

    private final IndexLoad load;
    private final Path home;
    private final float[][] sample;

    private SampledVectors(IndexLoad load, Path home, float[][] sample) {
        this.load = load;
        this.home = home;
        this.sample = sample;
    }

    public static void main(String[] args) throws IOException {
        IndexLoad load = new IndexLoad(Path.of(args[0]));
        SampledVectors vectors =
                new SampledVectors(load, Path.of(args[1]), sample(load, Path.of(args[2]), Integer.parseInt(args[3])));
        long start = System.nanoTime();
        long stored = vectors.store();
        double storing = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        EmbedJob.Embedded done = new EmbedJob(vectors.home, Progress.silent()).run(Long.MAX_VALUE);
        double linking = (System.nanoTime() - start) / 1e9;
        if (done.embedded() > 0 || done.covered() != done.articles()) {
            throw new IllegalStateException("articles were left without a sampled vector: " + done);
        }
        System.out.printf(
                Locale.ROOT,
                "vectors: %d of %d articles: stored in %.1f s (%.0f/s), linked and published in %.1f s (%.0f/s),"
                        + " %d bytes an article beside %d in the store, %s%n",
                stored,
                done.articles(),
                storing,
                stored / storing,
                linking,
                stored / linking,
                vectors.partBytes() / done.articles(),
                Timings.bytes(VectorStore.folder(vectors.home)) / done.articles(),
                Timings.memory());
        System.exit(0);
    }

    private long store() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(folder.findCurrent().orElseThrow());
        long stored = 0;
        try (VectorWriter store = VectorWriter.open(VectorStore.folder(home));
                MultiReader reader = OpenParts.of(folder, manifest)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                stored += store(leaf, store);
            }
            store.flush();
        }
        return stored;
    }

    private long store(LeafReaderContext leaf, VectorWriter store) throws IOException {
        PostingsEnum articles = leaf.reader().postings(new Term(Fields.KIND, Fields.ARTICLE_KIND), PostingsEnum.NONE);
        BinaryDocValues ids = DocValues.getBinary(leaf.reader(), Fields.ID);
        Bits live = leaf.reader().getLiveDocs();
        long stored = 0;
        while (articles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int article = articles.docID();
            VectorKey key = VectorKey.of(EmbeddedWords.digest(leaf, article));
            if ((live == null || live.get(article))
                    && ids.advanceExact(article)
                    && store.find(key).isEmpty()) {
                int source = load.source(IndexLoad.number(ids.binaryValue().utf8ToString()));
                store.add(key, near(sample[source % sample.length], new Random(key.first())));
                stored++;
            }
        }
        return stored;
    }

    private static float[] near(float[] vector, Random random) {
        float[] moved = new float[vector.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (vector[i] + NOISE * random.nextGaussian() / Math.sqrt(vector.length));
        }
        double length = Math.sqrt(Embedder.cosine(moved, moved));
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (moved[i] / length);
        }
        return moved;
    }

    private long partBytes() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        long bytes = 0;
        for (SnapshotPart part :
                folder.manifest(folder.findCurrent().orElseThrow()).parts()) {
            bytes += Timings.bytes(folder.vectorPart(part.vectors()));
        }
        return bytes;
    }

    /// The vectors of the load's first abstracts, embedded once and kept.
    private static float[][] sample(IndexLoad load, Path kept, int most) throws IOException {
        Path file = Files.createDirectories(kept).resolve("sample-" + most + "-" + Embedder.MODEL_ID);
        if (!Files.exists(file)) {
            Path writing = kept.resolve("writing");
            Files.write(writing, embedded(load.sources(most)).array());
            Files.move(writing, file, StandardCopyOption.REPLACE_EXISTING);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        float[][] sample = new float[bytes.remaining() / (Embedder.DIMENSIONS * Float.BYTES)][Embedder.DIMENSIONS];
        for (float[] vector : sample) {
            bytes.asFloatBuffer().get(vector);
            bytes.position(bytes.position() + Embedder.DIMENSIONS * Float.BYTES);
        }
        return sample;
    }

    private static ByteBuffer embedded(List<ArticleWords> abstracts) {
        long start = System.nanoTime();
        List<Future<float[]>> later = new ArrayList<>();
        for (ArticleWords each : abstracts) {
            later.add(Embedder.shared().passageLater(each.title(), each.abstractWords()));
        }
        ByteBuffer bytes = ByteBuffer.allocate(abstracts.size() * Embedder.DIMENSIONS * Float.BYTES);
        for (Future<float[]> each : later) {
            for (float value : Embedder.await(each)) {
                bytes.putFloat(value);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "embedding: %d real abstracts in %.1f s (%.1f/s)%n",
                abstracts.size(),
                seconds,
                abstracts.size() / seconds);
        return bytes;
    }
}
