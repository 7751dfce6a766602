package org.plumbline.ingest.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.plumbline.citations.WrongInputException;

/// The corpus' place within a home folder.
public record CorpusHome(Path home) {

    /// The format of homes that this program writes; it reads this and older ones.
    static final int FORMAT = 1;

    /// The home, made where it is not there yet.
    ///
    /// @throws WrongInputException where the home is a newer program's, or cannot be written
    public static CorpusHome create(Path home) {
        CorpusHome corpus = existing(home);
        try {
            Files.createDirectories(corpus.folder());
            if (!Files.exists(corpus.formatFile())) {
                write(corpus.formatFile(), FORMAT + "\n");
            }
            return corpus;
        } catch (AccessDeniedException e) {
            throw new WrongInputException(
                    home + ": not writable; give this user the right, or choose another --home", e);
        } catch (IOException e) {
            throw new WrongInputException(home + ": cannot be made a home (" + e.getMessage() + "); choose another", e);
        }
    }

    /// The home as it is, which may be not at all.
    public static CorpusHome existing(Path home) {
        CorpusHome corpus = new CorpusHome(home);
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new WrongInputException(home + ": not a folder; choose another --home");
        }
        if (Files.exists(corpus.formatFile())) {
            corpus.requireKnownFormat();
        }
        return corpus;
    }

    /// `<home>/corpus`
    public Path folder() {
        return home.resolve("corpus");
    }

    /// The folder of a Delta table.
    public Path table(String name) {
        return folder().resolve(name);
    }

    /// Where a run keeps what it needs until it ends; emptied by the next run.
    public Path staging() {
        return folder().resolve(".staging");
    }

    Path current() {
        return folder().resolve("CURRENT.json");
    }

    Path lock() {
        return folder().resolve(".lock");
    }

    private Path formatFile() {
        return home.resolve("format");
    }

    private void requireKnownFormat() {
        try {
            String format = Files.readString(formatFile()).strip();
            if (!format.matches("[0-9]{1,6}") || Integer.parseInt(format) > FORMAT) {
                throw new WrongInputException(home + ": a home of format \"" + format + "\", this program knows up to "
                        + FORMAT + "; use the newer Plumbline that wrote it, or another --home");
            }
        } catch (IOException e) {
            throw new WrongInputException(home + ": not readable (" + e.getMessage() + "); check its rights", e);
        }
    }

    /// Writes a file so that it is there whole or not at all.
    static void write(Path file, String words) {
        try {
            Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.writeString(fresh, words);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
