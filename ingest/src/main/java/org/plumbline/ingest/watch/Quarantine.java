package org.plumbline.ingest.watch;

import io.delta.kernel.data.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.KernelTable;
import org.plumbline.ingest.corpus.TakenFiles;

/// What lies in quarantine, at the published version.
///
/// Nothing is ever taken out: an entry is resolved when a later run read its file again (mended, or with a mended
/// reader) and what that run still refused is an entry of that run. A file is told by its path, and by its name
/// where an older program noted no path.
public final class Quarantine {

    private static final String TABLE = "quarantine";
    private static final List<String> BRIEF = List.of("run", "source", "file", "place", "reason", "message", "path");
    private static final List<String> WHOLE =
            List.of("run", "source", "file", "place", "reason", "message", "sample", "trace", "path");

    private final CorpusHome home;
    private final Optional<CurrentCorpus> current;

    private Quarantine(CorpusHome home, Optional<CurrentCorpus> current) {
        this.home = home;
        this.current = current;
    }

    public static Quarantine of(CorpusHome home) {
        return new Quarantine(home, CurrentCorpus.find(home));
    }

    /// Hands over what is open, without samples and traces.
    public void forEachOpen(Consumer<QuarantineEntry> out) {
        forEach(entry -> {
            if (entry.open()) {
                out.accept(entry);
            }
        });
    }

    /// Hands over every entry ever made, without samples and traces.
    public void forEach(Consumer<QuarantineEntry> out) {
        read(BRIEF, out);
    }

    /// Hands over every entry ever made, whole.
    public void forEachWhole(Consumer<QuarantineEntry> out) {
        read(WHOLE, out);
    }

    private void read(List<String> columns, Consumer<QuarantineEntry> out) {
        Optional<Long> version = version(TABLE);
        if (version.isEmpty()) {
            return;
        }
        Map<String, String> lastRead = lastRead(version.get());
        new KernelTable(home.table(TABLE)).forEach(version.get(), columns, row -> out.accept(entry(row, lastRead)));
    }

    /// The last run that read each file of an entry, as far as it is later than the first entry.
    private Map<String, String> lastRead(long version) {
        Map<String, String> lastRead = new HashMap<>();
        String[] first = {"\uffff"};
        new KernelTable(home.table(TABLE)).forEach(version, List.of("run", "source", "file", "path"), row -> {
            String run = KernelTable.words(row, 0);
            first[0] = first[0].compareTo(run) <= 0 ? first[0] : run;
            lastRead.put(file(row, 1, 2, 3), "");
        });
        Optional<Long> files = version(TakenFiles.TABLE);
        if (!lastRead.isEmpty() && files.isPresent()) {
            new KernelTable(home.table(TakenFiles.TABLE))
                    .forEach(
                            files.get(),
                            List.of("run", "source", "name", "path"),
                            KernelTable.after("run", first[0]),
                            row -> lastRead.computeIfPresent(
                                    file(row, 1, 2, 3), (_, run) -> later(run, KernelTable.words(row, 0))));
        }
        return lastRead;
    }

    private static QuarantineEntry entry(Row row, Map<String, String> lastRead) {
        boolean whole = row.getSchema().indexOf("sample") >= 0;
        int path = whole ? 8 : 6;
        String run = KernelTable.words(row, 0);
        String source = KernelTable.words(row, 1);
        String file = KernelTable.words(row, 2);
        String place = KernelTable.words(row, 3);
        String reason = KernelTable.words(row, 4);
        String message = KernelTable.words(row, 5);
        String last = lastRead.getOrDefault(file(row, 1, 2, path), "");
        return new QuarantineEntry(
                QuarantineEntry.id(source, file, place, reason, message),
                run,
                last.compareTo(run) > 0 ? last : "",
                Source.valueOf(source),
                file,
                KernelTable.words(row, path),
                place,
                reason,
                message,
                whole ? KernelTable.words(row, 6) : "",
                whole ? KernelTable.words(row, 7) : "");
    }

    private static String file(Row row, int source, int name, int path) {
        String where = KernelTable.words(row, path);
        return where.isEmpty() ? KernelTable.words(row, source) + "\t" + KernelTable.words(row, name) : where;
    }

    private static String later(String run, String other) {
        return run.compareTo(other) >= 0 ? run : other;
    }

    private Optional<Long> version(String table) {
        return current.flatMap(corpus -> Optional.ofNullable(corpus.tables().get(table)));
    }
}
