package org.plumbline.ingest.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;

/// Where a source's answers are kept: `<home>/fetched/<source>/answers/`, each where it came, since quarantine names
/// it there. What was taken in has a mark beside it (`<name>.taken`); of these the newest stay. A process that is
/// killed before it marks them leaves them to the next. For one thread; the corpus' lock keeps others away.
public final class Answers {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int TAKEN_KEPT = 100;

    private final Path folder;
    private final String name;
    private final Clock clock;

    private Answers(Path folder, String name, Clock clock) {
        this.folder = folder;
        this.name = name;
        this.clock = clock;
    }

    public static Answers of(Path home, Source source, Clock clock) {
        String name = source.name().toLowerCase(Locale.ROOT);
        return new Answers(home.resolve("fetched").resolve(name), name, clock);
    }

    /// What is there and not yet taken in, by name.
    public List<Path> untaken() {
        return answers().filter(file -> !Files.exists(mark(file))).toList();
    }

    /// The time now as it stands in names.
    String stamp() {
        return STAMP.format(clock.instant());
    }

    /// Keeps an answer.
    ///
    /// @param run the stamp of the run that it belongs to
    /// @param page from 1
    Path keep(String run, int page, String ending, String body) {
        String file = String.format(Locale.ROOT, "%s-%s-%05d%s", name, run, page, ending);
        return write(folder().resolve(file), body);
    }

    /// The name of a list as it is today; a later one of the day takes its place.
    String nameOfToday(String ending) {
        return name + "-" + stamp().substring(0, 8) + ending;
    }

    /// Where answers are put that are to be taken in.
    Path folder() {
        return folder.resolve("answers");
    }

    /// Notes that these were taken in, and drops the oldest of the taken.
    public void taken(List<Path> files) {
        try {
            for (Path file : files) {
                write(mark(file), "");
            }
            List<Path> all = answers().filter(file -> Files.exists(mark(file))).toList();
            for (Path old : all.subList(0, Math.max(0, all.size() - TAKEN_KEPT))) {
                Files.deleteIfExists(old);
                Files.deleteIfExists(mark(old));
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /// Notes that a file is to be taken in, though one of its name was: it came anew.
    void cameAnew(Path file) {
        try {
            Files.deleteIfExists(mark(file));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /// All of them by name, the oldest first.
    private Stream<Path> answers() {
        return files(folder()).stream().filter(file -> !file.toString().matches(".*\\.(part(\\.of)?|taken)"));
    }

    private static Path mark(Path file) {
        return file.resolveSibling(file.getFileName() + ".taken");
    }

    /// A note kept between runs; empty where there is none.
    public String note(String key) {
        Path file = folder.resolve(key + ".note");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    public void note(String key, String value) {
        write(folder.resolve(key + ".note"), value);
    }

    private static Path write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, content, StandardCharsets.UTF_8);
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static WrongInputException unwritable(Path file, IOException e) {
        return new WrongInputException(
                file + ": cannot be read or written (" + e.getMessage() + "); free space or give the right", e);
    }
}
