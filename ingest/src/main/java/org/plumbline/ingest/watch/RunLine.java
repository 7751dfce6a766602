package org.plumbline.ingest.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.plumbline.ingest.corpus.RunReport;

/// A run, or a try that became none: a line of `ingest runs --json`.
///
/// @param run its id; empty where nothing was published
/// @param source its name, such as `pubmed`
/// @param started UTC, ISO 8601
/// @param fault why it failed or that it was cut off; else empty
/// @param report what it did, where it was published
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunLine(
        String run,
        String source,
        Outcome outcome,
        String started,
        @Nullable String ended,
        String fault,
        @Nullable RunReport report) {

    /// What became of it.
    public enum Outcome {
        PUBLISHED,
        FAILED,
        CUT_OFF,
        RUNNING
    }
}
