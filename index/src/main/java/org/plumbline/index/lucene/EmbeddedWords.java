package org.plumbline.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.plumbline.citations.WrongInputException;

/// The digests of the words that articles are embedded as, kept when the articles were indexed.
public final class EmbeddedWords {

    private EmbeddedWords() {}

    /// The 32 bytes of an article, by its document in a leaf.
    public static byte[] digest(LeafReaderContext leaf, int article) throws IOException {
        BinaryDocValues keys = DocValues.getBinary(leaf.reader(), Fields.EMBEDDED);
        if (!keys.advanceExact(article)) {
            throw new WrongInputException("the index was built before there were vectors: run `plumbline index build`");
        }
        return BytesRef.deepCopyOf(keys.binaryValue()).bytes;
    }
}
