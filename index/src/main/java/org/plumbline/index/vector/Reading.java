package org.plumbline.index.vector;

/// What one run of the model says of an article. Nobody changes its arrays.
public final class Reading {

    private final float[] vector;
    private final float[][] words;

    Reading(float[] vector, float[][] words) {
        this.vector = vector;
        this.words = words;
    }

    /// The article's vector, as [Embedder#passage] answers it.
    public float[] vector() {
        return vector;
    }

    /// The vector of each word piece, to be compared with those of [Embedder#words].
    public float[][] words() {
        return words;
    }
}
