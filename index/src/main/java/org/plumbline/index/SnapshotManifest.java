package org.plumbline.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a snapshot is made of; written last into its folder.
///
/// @param format the version of the layout, see [#FORMAT]
/// @param id the snapshot's name: a function of corpus digest and settings
/// @param corpusVersion the version of the corpus that was read
/// @param corpusDigest the digest of that version's content
/// @param texts how many texts are stored, a text that belongs to two articles counted twice
/// @param passages how many passages are indexed
/// @param contentDigest SHA-256 of articles, texts and passages by article id: the same for the same content,
///     however it lies in shards
/// @param settings what decides how passages are cut, analysed and ranked, by name
/// @param shards how many shards there are
/// @param files the SHA-256 of each file by its path in the snapshot's folder
@JsonPropertyOrder({
    "format",
    "id",
    "corpusVersion",
    "corpusDigest",
    "articles",
    "texts",
    "passages",
    "contentDigest",
    "settings",
    "shards",
    "files"
})
public record SnapshotManifest(
        int format,
        String id,
        long corpusVersion,
        String corpusDigest,
        long articles,
        long texts,
        long passages,
        String contentDigest,
        Map<String, String> settings,
        int shards,
        Map<String, String> files) {

    /// The layout that this version writes and reads.
    public static final int FORMAT = 1;

    public SnapshotManifest {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
