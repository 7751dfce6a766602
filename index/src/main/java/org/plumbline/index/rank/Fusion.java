package org.plumbline.index.rank;

/// Makes one score of two signals: each on its [Scale] for the query, weighed and added.
///
/// @param bm25 the scale of BM25 scores
/// @param cosine the scale of cosines
/// @param cosineWeight what part of the score the vectors make, 0 to 1
public record Fusion(Scale bm25, Scale cosine, double cosineWeight) {

    public Fusion {
        if (!(cosineWeight >= 0 && cosineWeight <= 1)) {
            throw new IllegalArgumentException("a weight of " + cosineWeight);
        }
    }

    /// An article's fused score and its parts.
    ///
    /// @param bm25 as the words gave it
    /// @param cosine of the article's vector and the query's; [Double#NaN] where it has none
    /// @param bm25Part what the words add
    /// @param cosinePart what the vectors add
    public record Fused(double bm25, double cosine, double bm25Part, double cosinePart) {

        public double score() {
            return bm25Part + cosinePart;
        }
    }

    public Fused of(double bm25Score, double cosineScore) {
        return new Fused(
                bm25Score, cosineScore, (1 - cosineWeight) * bm25.of(bm25Score), cosineWeight * cosine.of(cosineScore));
    }
}
