package org.plumbline.ingest.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The state of the intake, as `ingest status --json` prints it: stable names, units in them.
///
/// @param asOf when it was read: UTC, ISO 8601
/// @param healthy whether no source is late, missing or failing
/// @param sources those with a target, with records or with tries; what is wrong first
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Status(
        String home,
        String asOf,
        @JsonInclude(JsonInclude.Include.ALWAYS) boolean healthy,
        Corpus corpus,
        List<SourceStatus> sources) {

    /// The published version; version 0 is a corpus into which nothing was ever taken.
    ///
    /// @param quarantined what is in quarantine and not taken since
    /// @param standings articles by standing
    /// @param bytes on disk, by table, versions of the past included
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Corpus(
            long version,
            String digest,
            long articles,
            long fullTexts,
            long texts,
            long aliases,
            long events,
            long quarantined,
            SortedMap<String, Long> standings,
            SortedMap<String, Long> bytes) {

        public Corpus {
            standings = new TreeMap<>(standings);
            bytes = new TreeMap<>(bytes);
        }
    }

    private static final Comparator<SourceStatus> WRONG_FIRST = Comparator.comparing(
                    (SourceStatus source) -> !source.failing())
            .thenComparing(source -> !source.isWrong())
            .thenComparing(SourceStatus::lateSeconds, Comparator.reverseOrder())
            .thenComparing(SourceStatus::source);

    public Status {
        sources = sources.stream().sorted(WRONG_FIRST).toList();
    }
}
