package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;

/// What stays of fetched files on this machine.
public enum LocalCopies {
    /// They stay, in the source's layout: a mirror.
    KEEP,
    /// They go when the corpus has them.
    DELETE;

    /// Done with a file.
    public void done(Path file) {
        if (this == DELETE) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + file, e);
            }
        }
    }

    /// Done with a folder and all that is in it.
    public void doneWithAll(Path folder) {
        if (this == KEEP || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder()).forEach(this::done);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    /// Writes a small file that belongs to a fetched one.
    public static Path write(Path file, String words) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, words, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new WrongInputException(
                    file + ": cannot be written (" + e.getMessage() + "); free space or give the right", e);
        }
    }
}
