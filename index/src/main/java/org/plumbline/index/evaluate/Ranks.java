package org.plumbline.index.evaluate;

import java.util.Locale;
import org.plumbline.index.Mode;

/// What an evaluation ranks with, as `--mode` and `--against` name it.
enum Ranks {
    BM25,
    DENSE,
    HYBRID,
    RERANK,
    /// As RERANK on an index without vectors.
    UNEMBEDDED,
    /// Lucene's BM25 with its EnglishAnalyzer, to compare with.
    BARE;

    /// As `index search` ranks where no mode is named.
    static final Ranks USUAL = valueOf(Mode.USUAL.name());

    /// What help says of them.
    static final String OPTION = "${COMPLETION-CANDIDATES}; unembedded: as rerank on an index without vectors; bare:"
            + " Lucene's BM25 with its EnglishAnalyzer (default: as index search ranks)";

    /// Whether it needs the vector of each document.
    boolean needsVectors() {
        return switch (this) {
            case BM25, UNEMBEDDED, BARE -> false;
            case DENSE, HYBRID, RERANK -> true;
        };
    }

    /// How it is written.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
