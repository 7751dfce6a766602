package org.plumbline.ingest.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How one source stands: a part of what `ingest status --json` prints. What is not known is left out.
///
/// @param source its name, such as `pubmed`
/// @param failing whether the newest try that is over failed or was cut off
/// @param failuresInARow tries that failed since the last success
/// @param lastSuccess when a run last went through, whether or not it found something new: UTC, ISO 8601
/// @param ageSeconds since then
/// @param target as in `plumbline.yaml`
/// @param lateSeconds how far beyond its target it is; 0 where it is not
/// @param newestFile the file, in the source's order, of its newest record
/// @param lastRun the last run that read something
/// @param lastFailure the newest try that failed or was cut off, whatever came after it
/// @param running when a try began that still runs
/// @param quarantined what is in quarantine and not taken since, by reason
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SourceStatus(
        String source,
        Freshness freshness,
        @JsonInclude(JsonInclude.Include.ALWAYS) boolean failing,
        int failuresInARow,
        @Nullable String lastSuccess,
        @Nullable Long ageSeconds,
        @Nullable String target,
        long lateSeconds,
        long live,
        long deleted,
        String newestFile,
        @Nullable Run lastRun,
        @Nullable Failure lastFailure,
        @Nullable String running,
        SortedMap<String, Long> quarantined) {

    /// Where a source stands against its target.
    public enum Freshness {
        FRESH,
        LATE,
        /// It has a target and never went through.
        NEVER,
        /// Nobody said how fresh it shall be.
        NO_TARGET
    }

    /// A run that read something.
    ///
    /// @param recordsPerSecond over the whole run, to the published version
    public record Run(
            String run,
            String started,
            double seconds,
            long files,
            long bytes,
            long seen,
            long added,
            long revised,
            long deleted,
            long unchanged,
            double recordsPerSecond) {}

    /// A try that failed or was cut off.
    ///
    /// @param work what failed, `fetch` or `take`
    public record Failure(String work, String began, String reason) {}

    public SourceStatus {
        quarantined = new TreeMap<>(quarantined);
    }

    /// Whether somebody should look at it.
    @JsonIgnore
    public boolean isWrong() {
        return failing || freshness == Freshness.LATE || freshness == Freshness.NEVER;
    }

    @JsonIgnore
    long countQuarantined() {
        return quarantined.values().stream().mapToLong(Long::longValue).sum();
    }
}
