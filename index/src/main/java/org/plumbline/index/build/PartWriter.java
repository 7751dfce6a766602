package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;
import org.plumbline.index.DigestSum;
import org.plumbline.index.Holding;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.lucene.Bm25;
import org.plumbline.index.lucene.EnglishWords;
import org.plumbline.index.lucene.LuceneLog;

/// Writes one part into a folder of its own, article by article. Segments are merged by the one thread that writes.
/// Memory is bounded by the writer's buffer and one article. One thread at a time may call it.
public final class PartWriter implements AutoCloseable {

    static {
        LuceneLog.quiet();
    }

    private static final double BUFFER_MEGABYTES = 48;

    private final Path folder;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private BytesRef lastId = new BytesRef();
    private Holding holding = Holding.NOTHING;

    public PartWriter(Path folder) throws IOException {
        this.folder = folder;
        directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
        writer = new IndexWriter(directory, configuration());
    }

    static IndexWriterConfig configuration() {
        LogDocMergePolicy neighbours = new LogDocMergePolicy();
        neighbours.setMergeFactor(16);
        return new IndexWriterConfig(new EnglishWords())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                // The other mode makes the index a third smaller, and a search more than twice as slow.
                .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_SPEED))
                .setMergePolicy(neighbours)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false)
                .setSimilarity(Bm25.similarity());
    }

    /// Adds an article. They come in the order of their ids as UTF-8, so that none comes twice.
    public void add(ArticleWithTexts input) throws IOException {
        BytesRef id = new BytesRef(input.article().id());
        if (id.compareTo(lastId) <= 0) {
            throw new IllegalArgumentException(
                    "article " + input.article().id() + " comes too late: articles come by id");
        }
        lastId = id;
        ArticleBlock block = ArticleBlock.of(input);
        writer.addDocuments(block.documents());
        holding = holding.plus(new Holding(1, block.texts(), block.passages(), DigestSum.of(block.digest())));
    }

    /// Makes the part complete on disk, as one segment, and tells what it is.
    public SnapshotPart finish() throws IOException {
        writer.forceMerge(1);
        writer.commit();
        writer.close();
        return PartFiles.read(folder, holding);
    }

    /// Ends writing; what is not finished is dropped.
    @Override
    public void close() throws IOException {
        writer.close();
        directory.close();
    }
}
