package org.plumbline.ingest.corpus;

import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.citations.Source;

/// What a run of `ingest` did: the quality report that is printed and kept in the table `runs`.
///
/// @param started UTC, ISO 8601
/// @param records by what became of them
/// @param setAside well-formed things that the corpus does not hold, by kind, such as "book"
/// @param quarantined by reason
/// @param bytes of the files that were read, as stored
/// @param articles in the corpus afterwards
/// @param version of the corpus afterwards
/// @param digest of the corpus afterwards
public record RunReport(
        String run,
        Source source,
        String started,
        double seconds,
        Files files,
        Records records,
        SortedMap<String, Long> setAside,
        SortedMap<String, Long> quarantined,
        long bytes,
        long articles,
        long version,
        String digest) {

    /// How many files were given, read now, known from earlier runs, and refused whole before they were read.
    public record Files(long given, long read, long known, long refused) {}

    /// How many records were in the files, and of how many source ids they newly told, revised or took back what
    /// the corpus knew; the others said nothing new.
    public record Records(long seen, long added, long revised, long deleted, long unchanged) {

        public static final Records NONE = new Records(0, 0, 0, 0, 0);
    }

    public RunReport {
        setAside = new TreeMap<>(setAside);
        quarantined = new TreeMap<>(quarantined);
    }

    /// All that went to quarantine.
    public long countQuarantined() {
        return quarantined.values().stream().mapToLong(Long::longValue).sum();
    }
}
