package org.plumbline.ingest.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;

/// One immutable version of the corpus, as `corpus/CURRENT.json` names it: readers read its tables at exactly these
/// Delta versions.
///
/// @param version counts the published versions, from 1
/// @param generation the folder below `corpus/` in which the tables lie; empty for `corpus/` itself
/// @param tables the Delta version of each table
/// @param digest of the content, whatever the order and number of runs that brought it: see `ContentDigest`
/// @param sources when each source was last ingested without a fault
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CurrentCorpus(
        int format,
        long version,
        String generation,
        SortedMap<String, Long> tables,
        String digest,
        Counts counts,
        SortedMap<Source, LastRun> sources) {

    /// What this program writes and reads: of its tables too, see `CorpusRows`.
    public static final int FORMAT = 2;

    /// What the corpus holds.
    ///
    /// @param records by source
    /// @param standings articles by standing
    public record Counts(
            long articles,
            long fullTexts,
            long texts,
            long aliases,
            long events,
            long quarantined,
            SortedMap<Source, Records> records,
            SortedMap<String, Long> standings) {

        public Counts {
            records = copy(records);
            standings = copy(standings);
        }
    }

    /// A source's records.
    ///
    /// @param live not taken back
    /// @param newestFile the file that the newest of them, in the source's order, came in
    public record Records(long live, long deleted, String newestFile) {}

    /// The last run that went through.
    ///
    /// @param ended UTC, ISO 8601
    public record LastRun(String run, String ended) {}

    public CurrentCorpus {
        generation = generation == null ? "" : generation;
        if (!generation.matches("[a-z0-9]{0,40}")) {
            throw new WrongInputException("a corpus generation \"" + generation + "\"; restore the file from a backup");
        }
        tables = copy(tables);
        sources = copy(sources);
        if (format > FORMAT) {
            throw new WrongInputException("a corpus of format " + format + ", this program knows up to " + FORMAT
                    + "; use the newer Plumbline that wrote it");
        }
        if (format < FORMAT) {
            throw new WrongInputException("a corpus of format " + format + ", from before this program's " + FORMAT
                    + "; take the sources in again, into a new --home");
        }
    }

    /// The published version; none yet in a new home.
    public static Optional<CurrentCorpus> find(CorpusHome home) {
        if (!Files.isRegularFile(home.current())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readString(home.current()), CurrentCorpus.class));
        } catch (IOException | WrongInputException e) {
            throw new WrongInputException(
                    home.current() + ": cannot be read (" + e.getMessage() + "); restore it from a backup", e);
        }
    }

    /// Publishes this version: atomically, and as the last act of a run.
    public void publish(CorpusHome home) {
        try {
            CorpusHome.write(home.current(), Json.PAGE.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same content at other versions of its tables, as after they were packed together.
    public CurrentCorpus at(SortedMap<String, Long> versions) {
        return new CurrentCorpus(format, version, generation, versions, digest, counts, sources);
    }

    /// Puts a generation that was loaded beside into use: the pointer of `corpus` moves to its tables, atomically.
    public static void swapIn(CorpusHome corpus, CorpusHome beside) {
        CurrentCorpus loaded =
                find(beside).orElseThrow(() -> new IllegalStateException("nothing was loaded into " + beside.folder()));
        long version = find(corpus).map(CurrentCorpus::version).orElse(0L) + 1;
        String generation = corpus.folder().relativize(beside.folder()).toString();
        new CurrentCorpus(
                        loaded.format(),
                        version,
                        generation,
                        loaded.tables(),
                        loaded.digest(),
                        loaded.counts(),
                        loaded.sources())
                .publish(corpus);
    }

    /// The same version, after a run of this source that found nothing new.
    public CurrentCorpus after(Source source, LastRun run) {
        SortedMap<Source, LastRun> runs = new TreeMap<>(sources);
        runs.put(source, run);
        return new CurrentCorpus(format, version, generation, tables, digest, counts, runs);
    }

    private static <K, V> SortedMap<K, V> copy(Map<K, V> map) {
        return map == null ? new TreeMap<>() : new TreeMap<>(map);
    }
}
