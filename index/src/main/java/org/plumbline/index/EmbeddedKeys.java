package org.plumbline.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.vector.VectorKey;

/// The keys of articles' words, as they were kept when the articles were indexed.
public final class EmbeddedKeys {

    private EmbeddedKeys() {}

    /// The key of an article by its document in a leaf.
    public static VectorKey of(LeafReaderContext leaf, int article) throws IOException {
        BinaryDocValues keys = DocValues.getBinary(leaf.reader(), Fields.EMBEDDED);
        if (!keys.advanceExact(article)) {
            throw new WrongInputException("the index was built before there were vectors: run `plumbline index build`");
        }
        return VectorKey.of(BytesRef.deepCopyOf(keys.binaryValue()).bytes);
    }
}
