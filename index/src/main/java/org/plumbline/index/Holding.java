package org.plumbline.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/// What is held: of a part, of what is dead in it, of a snapshot.
///
/// @param texts a text that belongs to two articles counted twice
/// @param digest the sum of the articles' digests
@JsonPropertyOrder({"articles", "texts", "passages", "digest"})
public record Holding(long articles, long texts, long passages, DigestSum digest) {

    public static final Holding NOTHING = new Holding(0, 0, 0, DigestSum.ZERO);

    public Holding plus(Holding other) {
        return new Holding(
                articles + other.articles, texts + other.texts, passages + other.passages, digest.plus(other.digest));
    }

    public Holding minus(Holding other) {
        return new Holding(
                articles - other.articles, texts - other.texts, passages - other.passages, digest.minus(other.digest));
    }
}
