package org.plumbline.index.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.VectorPartFiles;
import org.plumbline.index.lucene.EmbeddedWords;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorKey;
import org.plumbline.index.vector.VectorPart;
import org.plumbline.index.vector.VectorPartWriter;
import org.plumbline.index.vector.VectorWriter;

/// Writes vector parts for those parts of a snapshot of which more articles have a stored vector than their vector
/// parts hold, in a folder of its own, from which they are to be moved.
final class NewVectorParts {

    private static final String WORK = ".embedding";

    private final SnapshotFolder folder;
    private final SnapshotManifest manifest;
    private final IndexReader reader;
    private final VectorWriter store;
    private final Progress progress;

    NewVectorParts(
            SnapshotFolder folder,
            SnapshotManifest manifest,
            IndexReader reader,
            VectorWriter store,
            Progress progress) {
        this.folder = folder;
        this.manifest = manifest;
        this.reader = reader;
        this.store = store;
        this.progress = progress;
    }

    /// Is given each live article of a part that has a stored vector.
    private interface Visitor {

        void visit(int article, VectorKey key, float[] vector) throws IOException;
    }

    /// Where the vectors of parts lie that have new ones, by part id. Each folder has the vector part's id for its
    /// name.
    Map<String, Path> write() throws IOException {
        Path work = folder.root().resolve(WORK);
        delete(work);
        Map<String, Path> written = new HashMap<>();
        for (int i = 0; i < manifest.parts().size(); i++) {
            SnapshotPart part = manifest.parts().get(i);
            LeafReaderContext leaf = reader.leaves().get(i);
            long stored = count(leaf);
            if (stored > held(part, leaf)) {
                written.put(part.id(), write(leaf, stored, work));
            }
        }
        return written;
    }

    private long count(LeafReaderContext leaf) throws IOException {
        AtomicLong count = new AtomicLong();
        visit(leaf, (article, key, vector) -> count.incrementAndGet());
        return count.get();
    }

    /// How many live articles have a vector in the part's vector part, as far as that one is sound.
    private long held(SnapshotPart part, LeafReaderContext leaf) throws IOException {
        Path vectors = folder.vectorPart(part.vectors());
        if (part.vectors().isEmpty() || !VectorPartFiles.areThere(vectors, Embedder.MODEL_ID)) {
            return 0;
        }
        Bits live = leaf.reader().getLiveDocs();
        long held = 0;
        try (VectorPart opened = VectorPart.open(vectors)) {
            for (int vector = 0; vector < opened.size(); vector++) {
                held += live == null || live.get(opened.article(vector)) ? 1 : 0;
            }
        }
        return held;
    }

    private Path write(LeafReaderContext leaf, long stored, Path work) throws IOException {
        Path writing = work.resolve("writing");
        AtomicLong done = new AtomicLong();
        int vectors;
        try (VectorPartWriter writer = new VectorPartWriter(writing);
                Progress.Stage _ = progress.counting("linking neighbours", stored, "articles", done::get)) {
            visit(leaf, (article, key, vector) -> {
                writer.add(article, key, vector);
                done.incrementAndGet();
            });
            vectors = writer.finish();
        }
        Path complete = work.resolve(VectorPartFiles.complete(writing, Embedder.MODEL_ID, vectors));
        Files.move(writing, complete, StandardCopyOption.ATOMIC_MOVE);
        return complete;
    }

    private void visit(LeafReaderContext leaf, Visitor visitor) throws IOException {
        PostingsEnum articles = leaf.reader().postings(new Term(Fields.KIND, Fields.ARTICLE_KIND), PostingsEnum.NONE);
        Bits live = leaf.reader().getLiveDocs();
        while (articles != null && articles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int article = articles.docID();
            if (live == null || live.get(article)) {
                VectorKey key = VectorKey.of(EmbeddedWords.digest(leaf, article));
                Optional<float[]> vector = store.find(key);
                if (vector.isPresent()) {
                    visitor.visit(article, key, vector.get());
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.walk(folder)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(entry);
                }
            }
        }
    }
}
