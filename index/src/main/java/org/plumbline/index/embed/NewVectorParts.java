package org.plumbline.index.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.ArticleWords;
import org.plumbline.index.Blocks;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.VectorPartFiles;
import org.plumbline.index.lucene.EmbeddedWords;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorKey;
import org.plumbline.index.vector.VectorPartWriter;
import org.plumbline.index.vector.VectorWriter;

/// Writes vector parts for those parts of a snapshot of which an article has a stored vector that its vector part
/// lacks, in a folder of its own, from which they are to be moved.
final class NewVectorParts {

    private final SnapshotManifest manifest;
    private final IndexReader reader;
    private final Blocks blocks;
    private final HeldVectors held;
    private final VectorWriter store;
    private final Progress progress;

    NewVectorParts(
            SnapshotManifest manifest, IndexReader reader, HeldVectors held, VectorWriter store, Progress progress) {
        this.manifest = manifest;
        this.reader = reader;
        this.blocks = new Blocks(reader);
        this.held = held;
        this.store = store;
        this.progress = progress;
    }

    /// Is given each live article of a part that has a vector.
    private interface Visitor {

        void visit(int article, VectorKey key) throws IOException;
    }

    /// Where the vectors of parts lie that have new ones, by part id. Each folder has the vector part's id for its
    /// name.
    ///
    /// @param work the folder to write in, empty or not there
    Map<String, Path> write(Path work) throws IOException {
        Map<String, Path> written = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SnapshotPart part = manifest.parts().get(leaf.ord);
            AtomicLong all = new AtomicLong();
            AtomicLong fresh = new AtomicLong();
            visit(leaf, (article, key) -> {
                all.incrementAndGet();
                fresh.addAndGet(held.has(leaf, article) ? 0 : 1);
            });
            if (fresh.get() > 0) {
                written.put(part.id(), write(part, leaf, all.get(), work));
            }
        }
        return written;
    }

    private Path write(SnapshotPart part, LeafReaderContext leaf, long vectors, Path work) throws IOException {
        Path writing = work.resolve("writing");
        AtomicLong done = new AtomicLong();
        try (VectorPartWriter writer = new VectorPartWriter(writing);
                Progress.Stage _ = progress.counting("linking neighbours", vectors, "articles", done::get)) {
            visit(leaf, (article, key) -> {
                writer.add(article, key, vector(leaf, article, key));
                done.incrementAndGet();
            });
            writer.finish();
        }
        Path complete = work.resolve(VectorPartFiles.complete(writing, part));
        Files.move(writing, complete, StandardCopyOption.ATOMIC_MOVE);
        return complete;
    }

    /// A vector whose record is damaged is computed anew.
    private float[] vector(LeafReaderContext leaf, int article, VectorKey key) throws IOException {
        Optional<float[]> known = held.find(leaf, article);
        Optional<float[]> stored = known.isPresent() ? known : store.find(key);
        if (stored.isPresent()) {
            return stored.get();
        }
        ArticleWords words = ArticleWords.read(blocks, leaf.docBase + article);
        float[] vector = Embedder.shared().passage(words.title(), words.abstractWords());
        store.add(key, vector);
        return vector;
    }

    private void visit(LeafReaderContext leaf, Visitor visitor) throws IOException {
        PostingsEnum articles = leaf.reader().postings(new Term(Fields.KIND, Fields.ARTICLE_KIND), PostingsEnum.NONE);
        Bits live = leaf.reader().getLiveDocs();
        while (articles != null && articles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int article = articles.docID();
            if (live == null || live.get(article)) {
                VectorKey key = VectorKey.of(EmbeddedWords.digest(leaf, article));
                if (held.has(leaf, article) || store.contains(key)) {
                    visitor.visit(article, key);
                }
            }
        }
    }
}
