package org.plumbline.index.vector;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/// Writes the vectors of one text part, in the order of its articles: a Lucene index of one segment with a graph of
/// neighbours (HNSW; Malkov and Yashunin, 2020; [#NEIGHBOURS] and [#BEAM]), and the file [#ARTICLES]. One thread at a
/// time may call it; the graph is the same for the same vectors.
public final class VectorPartWriter implements AutoCloseable {

    public static final int NEIGHBOURS = 16;
    public static final int BEAM = 100;

    /// For each vector the document of its article in the text part, ascending, and its key.
    static final String ARTICLES = "articles";

    static final int ARTICLE_BYTES = Integer.BYTES + VectorKey.BYTES;
    static final String VECTOR = "vector";

    /// What is not yet written is in memory, and merging what was written costs building the graph again.
    private static final double MOST_MEGABYTES = 1900;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final FileChannel articles;
    private final DataOutputStream out;
    private int count;
    private int last = -1;

    public VectorPartWriter(Path folder) throws IOException {
        Files.createDirectories(folder);
        directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
        double third = Runtime.getRuntime().maxMemory() / 3.0 / (1 << 20);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setCodec(codec())
                        .setMergePolicy(new LogDocMergePolicy())
                        .setMergeScheduler(new SerialMergeScheduler())
                        .setRAMBufferSizeMB(Math.min(third, MOST_MEGABYTES))
                        .setUseCompoundFile(false)
                        .setCommitOnClose(false));
        articles = FileChannel.open(folder.resolve(ARTICLES), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(articles), 1 << 16));
    }

    private static Lucene104Codec codec() {
        KnnVectorsFormat graph = new Lucene99HnswVectorsFormat(NEIGHBOURS, BEAM);
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return graph;
            }
        };
    }

    /// Adds the vector of the next article.
    ///
    /// @param article its document in the text part
    /// @param key of the words that were embedded
    public void add(int article, VectorKey key, float[] vector) throws IOException {
        if (article <= last) {
            throw new IllegalArgumentException("document " + article + " comes after " + last);
        }
        last = article;
        count++;
        out.writeInt(article);
        out.write(key.bytes());
        Document document = new Document();
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        writer.addDocument(document);
    }

    /// Makes the part complete on disk and answers how many vectors it has.
    public int finish() throws IOException {
        out.flush();
        articles.force(true);
        writer.forceMerge(1);
        writer.commit();
        return count;
    }

    /// Ends writing; what is not finished is dropped.
    @Override
    public void close() throws IOException {
        writer.close();
        directory.close();
        out.close();
    }
}
