package org.plumbline.ingest.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.IntegrityEvent;

/// Everything that made an article, as `ingest trace --json` prints it.
///
/// @param asked the id that was asked for, as `pmid:…`, `pmcid:…`, `doi:…` or `sha256:…`
/// @param articleId the article that the id leads to; null where there is none but something is known of the id
/// @param ids what identifies it now
/// @param formerIds what led to it once, and still does
/// @param peerReview status and evidence, in words
/// @param records the newest of each source id; earlier versions of a record are in Delta's history only
/// @param events what happened to it, with the record that reported it
/// @param files in which the records and notices came, as they were read: a file that was read again is there twice
/// @param runs that read these files, oldest first
/// @param quarantined what is in quarantine of this id
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Trace(
        String asked,
        @Nullable String articleId,
        String title,
        String standing,
        String peerReview,
        List<String> ids,
        List<String> formerIds,
        List<Kept> records,
        List<TextOf> texts,
        List<IntegrityEvent> events,
        List<File> files,
        List<RunLine> runs,
        List<QuarantineEntry> quarantined) {

    /// One source's record of it.
    ///
    /// @param file the name of the file in which its newest version came
    /// @param sequence where that file stands in the source's order, with the record's version and its place in the
    ///     file after it
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Kept(
            String key,
            String source,
            String file,
            long sequence,
            int version,
            long position,
            boolean deleted,
            String textId) {}

    /// A text of it and the record that it was made from.
    public record TextOf(String textId, String kind, String record) {}

    /// A file as a run read it.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record File(String source, String name, String path, String sha256, long bytes, String run) {}
}
