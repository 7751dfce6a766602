package org.plumbline.index.lucene;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/// The ranking function: BM25 (Robertson and Zaragoza, 2009) with the constants that are usual for short passages
/// in the literature on BEIR and MS MARCO.
public final class Bm25 {

    public static final float K1 = 0.9f;
    public static final float B = 0.4f;

    private Bm25() {}

    public static Similarity similarity() {
        return new BM25Similarity(K1, B);
    }
}
