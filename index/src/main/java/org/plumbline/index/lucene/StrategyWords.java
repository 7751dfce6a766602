package org.plumbline.index.lucene;

import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// Fields of unstemmed words with positions: nothing is ranked by them, so they have no lengths.
public final class StrategyWords {

    private static final FieldType TYPE = type();

    private StrategyWords() {}

    /// The words of several pieces; no phrase reaches from one to the next.
    public static Field field(String name, List<String> pieces) {
        return new Field(name, UnstemmedWords.stream(pieces), TYPE);
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
