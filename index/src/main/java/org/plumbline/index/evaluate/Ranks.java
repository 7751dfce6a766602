package org.plumbline.index.evaluate;

import java.util.Locale;

/// What an evaluation ranks with, as `--mode` and `--against` name it.
enum Ranks {
    BM25,
    DENSE,
    HYBRID,
    RERANK,
    /// Lucene's BM25 with its EnglishAnalyzer, to compare with.
    BARE;

    /// As `index search` ranks an index with vectors where no mode is named.
    static final Ranks USUAL = HYBRID;

    /// Whether it needs the vector of each document.
    boolean needsVectors() {
        return switch (this) {
            case BM25, BARE -> false;
            case DENSE, HYBRID, RERANK -> true;
        };
    }

    /// How it is written.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
