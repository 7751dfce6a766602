package org.plumbline.index.embed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.ArticleWords;
import org.plumbline.index.Blocks;
import org.plumbline.index.lucene.EmbeddedWords;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorKey;
import org.plumbline.index.vector.VectorWriter;

/// Embeds the articles that have no vector in a vector part and none in the store, newest first. Of stored vectors
/// only the keys are read. Words are read and vectors stored in this
/// thread, in one order; a few texts at a time are with the embedder's workers.
final class MissingVectors {

    private static final int AHEAD = 4 * Runtime.getRuntime().availableProcessors();

    private record Pending(VectorKey key, Future<float[]> vector) {}

    private final IndexReader reader;
    private final Blocks blocks;
    private final HeldVectors held;
    private final VectorWriter store;
    private final Progress progress;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final AtomicLong done = new AtomicLong();

    MissingVectors(IndexReader reader, HeldVectors held, VectorWriter store, Progress progress) {
        this.reader = reader;
        this.blocks = new Blocks(reader);
        this.held = held;
        this.store = store;
        this.progress = progress;
    }

    /// Answers how many were embedded.
    long embed(long limit) throws IOException {
        long missing = Math.min(limit, count());
        if (missing == 0) {
            return 0;
        }
        try (Progress.Stage _ = progress.counting("embedding", missing, "articles", done::get)) {
            AtomicLong asked = new AtomicLong();
            new NewestFirst(reader).visit((leaf, article) -> {
                if (isMissing(leaf, article)) {
                    VectorKey key = VectorKey.of(EmbeddedWords.digest(leaf, article));
                    embed(key, ArticleWords.read(blocks, leaf.docBase + article));
                    asked.incrementAndGet();
                }
                return asked.get() < missing;
            });
            while (!pending.isEmpty()) {
                store(pending.remove());
            }
        }
        store.flush();
        return done.get();
    }

    private long count() throws IOException {
        AtomicLong missing = new AtomicLong();
        try (Progress.Stage _ = progress.stage("looking for articles without a vector")) {
            new NewestFirst(reader).visit((leaf, article) -> {
                if (isMissing(leaf, article)) {
                    missing.incrementAndGet();
                }
                return true;
            });
        }
        return missing.get();
    }

    private boolean isMissing(LeafReaderContext leaf, int article) throws IOException {
        return !held.has(leaf, article) && !store.contains(VectorKey.of(EmbeddedWords.digest(leaf, article)));
    }

    private void embed(VectorKey key, ArticleWords words) throws IOException {
        pending.add(new Pending(key, Embedder.shared().passageLater(words.title(), words.abstractWords())));
        if (pending.size() > AHEAD) {
            store(pending.remove());
        }
    }

    private void store(Pending next) throws IOException {
        store.add(next.key(), Embedder.await(next.vector()));
        done.incrementAndGet();
    }
}
