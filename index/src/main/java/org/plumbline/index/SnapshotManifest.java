package org.plumbline.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a snapshot is made of; written last into its folder.
///
/// @param format the version of the layout, see [#FORMAT]
/// @param id the snapshot's name: a function of corpus digest and settings
/// @param corpusVersion the version of the corpus that was read
/// @param corpusDigest the digest of that version's content
/// @param generation the folder below `corpus/` in which its tables lie; empty for `corpus/` itself
/// @param tables the version of each of its tables
/// @param texts how many texts are stored, a text that belongs to two articles counted twice
/// @param passages how many passages are indexed
/// @param contentDigest the sum of the articles' digests, each over article, texts and passages: the same for the
///     same content, however it lies in parts
/// @param settings what decides how passages are cut, analysed and ranked, by name
/// @param parts in the order in which they are read
@JsonPropertyOrder({
    "format",
    "id",
    "corpusVersion",
    "corpusDigest",
    "generation",
    "tables",
    "articles",
    "texts",
    "passages",
    "contentDigest",
    "settings",
    "parts"
})
public record SnapshotManifest(
        int format,
        String id,
        long corpusVersion,
        String corpusDigest,
        String generation,
        Map<String, Long> tables,
        long articles,
        long texts,
        long passages,
        String contentDigest,
        Map<String, String> settings,
        List<SnapshotPart> parts) {

    /// The layout that this version writes and reads.
    public static final int FORMAT = 2;

    public SnapshotManifest {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        parts = List.copyOf(parts);
    }

    /// What the live articles of these parts add up to.
    public static Holding live(List<SnapshotPart> parts) {
        return parts.stream().map(SnapshotPart::live).reduce(Holding.NOTHING, Holding::plus);
    }
}
