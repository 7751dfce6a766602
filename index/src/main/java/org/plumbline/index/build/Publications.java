package org.plumbline.index.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;

/// Which snapshots were published, one after the other: the file `HISTORY`, a line each, the last the current one.
/// The pointer moves first; where a process was killed before the history had it, the pointer is right.
public final class Publications {

    private static final int KEPT = 100;

    private final SnapshotFolder folder;
    private final Clock clock;

    public Publications(SnapshotFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// A snapshot that became the current one at a time.
    public record Publication(Instant at, String id) {

        private static Optional<Publication> find(String line) {
            String[] fields = line.split(" ", 2);
            return fields.length == 2 && fields[0].matches("[0-9T:Z.-]{20,40}") && fields[1].matches("s[0-9a-f]{16}")
                    ? Optional.of(new Publication(Instant.parse(fields[0]), fields[1]))
                    : Optional.empty();
        }

        private String line() {
            return at + " " + id + "\n";
        }
    }

    /// All that are remembered, oldest first.
    public List<Publication> all() throws IOException {
        return Files.exists(file())
                ? Files.readAllLines(file(), StandardCharsets.ISO_8859_1).stream()
                        .flatMap(line -> Publication.find(line).stream())
                        .toList()
                : List.of();
    }

    /// Makes a snapshot the current one. The caller holds the lock.
    public void publish(String id) throws IOException {
        List<Publication> all = new ArrayList<>(upToCurrent());
        if (all.isEmpty() || !all.getLast().id().equals(id)) {
            all.add(now(id));
        }
        point(id);
        write(all);
    }

    /// Makes the snapshot current that was published before the current one, and forgets what came after. The
    /// caller holds the lock.
    ///
    /// @throws WrongInputException where no earlier one is there any more
    public String rollback() throws IOException {
        List<Publication> all = upToCurrent();
        String current = folder.findCurrent().orElse("");
        for (int i = all.size() - 1; i >= 0; i--) {
            String id = all.get(i).id();
            if (!id.equals(current) && folder.ids().contains(id) && folder.isReadable(id)) {
                point(id);
                write(all.subList(0, i + 1));
                return id;
            }
        }
        throw new WrongInputException("no snapshot that was published before " + (current.isEmpty() ? "any" : current)
                + " is there any more: see `plumbline index list`");
    }

    /// The history, at whose end the current snapshot stands in any case.
    private List<Publication> upToCurrent() throws IOException {
        List<Publication> all = new ArrayList<>(all());
        Optional<String> current = folder.findCurrent();
        if (current.isPresent() && (all.isEmpty() || !all.getLast().id().equals(current.get()))) {
            all.add(now(current.get()));
        }
        return all;
    }

    private Publication now(String id) {
        return new Publication(clock.instant().truncatedTo(ChronoUnit.SECONDS), id);
    }

    private void point(String id) throws IOException {
        NewFile.write(folder.pointer(), id + "\n");
    }

    private void write(List<Publication> all) throws IOException {
        StringBuilder lines = new StringBuilder();
        all.subList(Math.max(0, all.size() - KEPT), all.size())
                .forEach(publication -> lines.append(publication.line()));
        NewFile.write(file(), lines.toString());
    }

    private Path file() {
        return folder.root().resolve("HISTORY");
    }
}
