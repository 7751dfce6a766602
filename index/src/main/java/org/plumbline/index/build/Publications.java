package org.plumbline.index.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;

/// Which snapshots were published, one after the other: the file `HISTORY`, a line each: time, id, and a digest of
/// both; a line that has another is passed over. Of those that no rollback went back over, the last is the current
/// one; the others say so after the id, and are remembered too.
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
    ///
    /// @param withdrawn whether a rollback went back over it since
    public record Publication(Instant at, String id, boolean withdrawn) {

        private static final String WITHDRAWN = " withdrawn";

        private static Optional<Publication> find(String line) {
            int last = line.lastIndexOf(' ');
            if (last < 0 || !check(line.substring(0, last)).equals(line.substring(last + 1))) {
                return Optional.empty();
            }
            String[] fields = line.split(" ", -1);
            return Optional.of(new Publication(Instant.parse(fields[0]), fields[1], fields.length == 4));
        }

        private Publication withdraw() {
            return new Publication(at, id, true);
        }

        private String line() {
            String words = at + " " + id + (withdrawn ? WITHDRAWN : "");
            return words + " " + check(words) + "\n";
        }

        private static String check(String words) {
            return Sha256.hex(digest -> digest.field(words)).substring(0, 16);
        }
    }

    /// Whether every line is as it was written.
    boolean isSound() throws IOException {
        String history = history();
        return history.contentEquals(lines(parse(history)));
    }

    /// All that are remembered, oldest first.
    public List<Publication> all() throws IOException {
        return parse(history());
    }

    private String history() throws IOException {
        try {
            return Files.readString(file(), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static List<Publication> parse(String history) {
        return history.lines().flatMap(line -> Publication.find(line).stream()).toList();
    }

    private static String lines(List<Publication> all) {
        return all.stream().map(Publication::line).collect(Collectors.joining());
    }

    /// Makes a snapshot the current one that is there already. The caller holds the lock.
    ///
    /// @throws WrongInputException where it is not there, or cannot be read
    public void publishAgain(String id) throws IOException {
        String named = folder.manifest(id).id();
        if (!SnapshotCheck.isWhole(folder, id)) {
            throw new WrongInputException(
                    "snapshot " + named
                            + " is damaged: see `plumbline index verify`; publish another, or run `plumbline index build --full`");
        }
        publish(id);
    }

    /// Makes a snapshot the current one. The caller holds the lock.
    public void publish(String id) throws IOException {
        List<Publication> all = new ArrayList<>(upToCurrent());
        if (!standsLast(all, id)) {
            all.add(now(id));
        }
        point(id);
        write(all);
    }

    /// Makes the snapshot current that was published before the current one, and remembers what came after as
    /// withdrawn. Damaged ones are passed over. The caller holds the lock.
    ///
    /// @throws WrongInputException where no earlier one is there whole any more
    public String rollback() throws IOException {
        List<Publication> all = upToCurrent();
        String current = folder.findCurrent().orElse("");
        for (int i = all.size() - 1; i >= 0; i--) {
            String id = all.get(i).id();
            if (!all.get(i).withdrawn() && !id.equals(current) && SnapshotCheck.isWhole(folder, id)) {
                point(id);
                all.subList(i + 1, all.size()).replaceAll(Publication::withdraw);
                write(all);
                return id;
            }
        }
        throw new WrongInputException("no snapshot that was published before " + (current.isEmpty() ? "any" : current)
                + " is there whole any more: see `plumbline index list`");
    }

    /// The history, where the last that stands is the current snapshot in any case.
    private List<Publication> upToCurrent() throws IOException {
        List<Publication> all = new ArrayList<>(all());
        Optional<String> current = folder.findCurrent();
        if (current.isPresent() && folder.ids().contains(current.get()) && !standsLast(all, current.get())) {
            all.add(now(current.get()));
        }
        return all;
    }

    private static boolean standsLast(List<Publication> all, String id) {
        return all.reversed().stream()
                .filter(one -> !one.withdrawn())
                .findFirst()
                .filter(one -> one.id().equals(id))
                .isPresent();
    }

    private Publication now(String id) {
        return new Publication(clock.instant().truncatedTo(ChronoUnit.SECONDS), id, false);
    }

    private void point(String id) throws IOException {
        NewFile.write(folder.pointer(), id + "\n");
    }

    private void write(List<Publication> all) throws IOException {
        NewFile.write(file(), lines(all.subList(Math.max(0, all.size() - KEPT), all.size())));
    }

    private Path file() {
        return folder.root().resolve("HISTORY");
    }
}
