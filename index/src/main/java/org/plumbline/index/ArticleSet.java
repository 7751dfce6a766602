package org.plumbline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.lucene.strategy.ArticleDocuments;

/// A set of articles of one snapshot; it lives no longer than its snapshot.
public final class ArticleSet {

    private final ArticleDocuments documents;
    private final Blocks blocks;

    ArticleSet(ArticleDocuments documents, Blocks blocks) {
        this.documents = documents;
        this.blocks = blocks;
    }

    /// How many articles it has.
    public long count() {
        return documents.count();
    }

    /// Says every article's id, in the order of ids (as UTF-8); holds one of each part of the index at a time.
    public void forEachId(Consumer<String> taker) {
        try {
            walk(Long.MAX_VALUE, cursor -> taker.accept(cursor.id.utf8ToString()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The first articles, in the order of ids.
    ///
    /// @param most how many at most
    public List<IndexedArticle> articles(int most) {
        List<IndexedArticle> articles = new ArrayList<>();
        try {
            walk(most, cursor -> articles.add(blocks.article(cursor.document())));
        } catch (IOException e) {
            throw unreadable(e);
        }
        return articles;
    }

    /// Whether it has the article of this document.
    boolean has(int document) throws IOException {
        return documents.has(document);
    }

    /// What matches exactly these articles' documents, for a searcher of the same snapshot: a hard constraint.
    Query query() {
        return documents.query();
    }

    private void walk(long most, Taker taker) throws IOException {
        PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparing(cursor -> cursor.id));
        for (LeafReaderContext leaf : documents.reader().leaves()) {
            Cursor cursor = new Cursor(leaf, documents.iterator(leaf));
            if (cursor.next()) {
                cursors.add(cursor);
            }
        }
        for (long taken = 0; taken < most && !cursors.isEmpty(); taken++) {
            Cursor first = cursors.remove();
            taker.take(first);
            if (first.next()) {
                cursors.add(first);
            }
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("the snapshot cannot be read; run `plumbline index verify`", e);
    }

    private interface Taker {
        void take(Cursor cursor) throws IOException;
    }

    /// Where one leaf's articles have come to; within a leaf they stand by id.
    private static final class Cursor {

        private final LeafReaderContext leaf;
        private final DocIdSetIterator documents;
        private final BinaryDocValues ids;
        private BytesRef id = new BytesRef();

        Cursor(LeafReaderContext leaf, DocIdSetIterator documents) throws IOException {
            this.leaf = leaf;
            this.documents = documents;
            this.ids = DocValues.getBinary(leaf.reader(), Fields.ID);
        }

        boolean next() throws IOException {
            int document = documents.nextDoc();
            if (document == DocIdSetIterator.NO_MORE_DOCS) {
                return false;
            }
            ids.advanceExact(document);
            id = BytesRef.deepCopyOf(ids.binaryValue());
            return true;
        }

        int document() {
            return leaf.docBase + documents.docID();
        }
    }
}
