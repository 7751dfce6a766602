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
import org.plumbline.index.lucene.Bm25;
import org.plumbline.index.lucene.EnglishWords;
import org.plumbline.index.lucene.LuceneLog;

/// Writes one shard into a folder of its own. Articles come in the order of their ids (as UTF-8) and stay in it:
/// segments are merged with their neighbours only, by the one thread that writes. Memory is bounded by the writer's
/// buffer and one article. One thread at a time may call it.
public final class ShardWriter implements AutoCloseable {

    static {
        LuceneLog.quiet();
    }

    private static final double BUFFER_MEGABYTES = 48;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private BytesRef lastId = new BytesRef();

    public ShardWriter(Path folder) throws IOException {
        directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
        LogDocMergePolicy neighbours = new LogDocMergePolicy();
        neighbours.setMergeFactor(16);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(new EnglishWords())
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        // The other mode makes the index a third smaller, and a search more than twice as slow.
                        .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_SPEED))
                        .setMergePolicy(neighbours)
                        .setMergeScheduler(new SerialMergeScheduler())
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setCommitOnClose(false)
                        .setSimilarity(Bm25.similarity()));
    }

    /// Adds the next article.
    public void add(ArticleWithTexts input) throws IOException {
        BytesRef id = new BytesRef(input.article().id());
        if (id.compareTo(lastId) <= 0) {
            throw new IllegalArgumentException(
                    "article " + input.article().id() + " comes too late: articles come by id");
        }
        lastId = id;
        writer.addDocuments(ArticleBlock.of(input).documents());
    }

    /// Makes the shard complete on disk, as one segment.
    public void finish() throws IOException {
        writer.forceMerge(1);
        writer.commit();
    }

    /// Ends writing; what is not finished is dropped.
    @Override
    public void close() throws IOException {
        writer.close();
        directory.close();
    }
}
