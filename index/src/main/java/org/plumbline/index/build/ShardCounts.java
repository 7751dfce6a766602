package org.plumbline.index.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.lucene.Fields;

/// What the shards of a snapshot hold together: counts, and the digest over the articles' digests by article id,
/// merged from the shards as they are read, so that memory stays flat.
record ShardCounts(long articles, long texts, long passages, String contentDigest) {

    /// An article's id and digest, and where the next ones of its segment come from.
    private static final class Cursor {

        private final BinaryDocValues ids;
        private final BinaryDocValues digests;

        Cursor(LeafReaderContext leaf) throws IOException {
            ids = DocValues.getBinary(leaf.reader(), Fields.ID);
            digests = DocValues.getBinary(leaf.reader(), Fields.DIGEST);
        }

        boolean next() throws IOException {
            int document = ids.nextDoc();
            return document != DocIdSetIterator.NO_MORE_DOCS && digests.advanceExact(document);
        }

        BytesRef id() {
            try {
                return ids.binaryValue();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read an article's id", e);
            }
        }
    }

    /// Counts the shards in a snapshot's folder.
    static ShardCounts of(Path snapshot, int shards) throws IOException {
        List<DirectoryReader> readers = new ArrayList<>();
        try {
            for (int shard = 0; shard < shards; shard++) {
                readers.add(DirectoryReader.open(FSDirectory.open(SnapshotFolder.shard(snapshot, shard))));
            }
            return of(
                    readers.stream().flatMap(reader -> reader.leaves().stream()).toList());
        } finally {
            for (DirectoryReader reader : readers) {
                reader.close();
            }
        }
    }

    private static ShardCounts of(List<LeafReaderContext> leaves) throws IOException {
        long texts = 0;
        long passages = 0;
        PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparing(Cursor::id));
        for (LeafReaderContext leaf : leaves) {
            var heads = leaf.reader().terms(Fields.TEXT);
            texts += heads == null ? 0 : heads.getSumDocFreq();
            passages += count(DocValues.getNumeric(leaf.reader(), Fields.TO_ARTICLE));
            Cursor cursor = new Cursor(leaf);
            if (cursor.next()) {
                cursors.add(cursor);
            }
        }
        long articles = 0;
        Sha256 digest = new Sha256();
        for (Cursor first = cursors.poll(); first != null; first = cursors.poll()) {
            BytesRef bytes = first.digests.binaryValue();
            digest.field(HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
            articles++;
            if (first.next()) {
                cursors.add(first);
            }
        }
        return new ShardCounts(articles, texts, passages, HexFormat.of().formatHex(digest.bytes()));
    }

    private static long count(NumericDocValues values) throws IOException {
        long count = 0;
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            count++;
        }
        return count;
    }
}
