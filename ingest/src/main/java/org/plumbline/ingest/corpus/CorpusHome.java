package org.plumbline.ingest.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeFormat;

/// The corpus' place within a home folder: `corpus/`, with the pointer `CURRENT.json`, the lock and the tables.
/// After a new yearly baseline was loaded, the tables lie in a generation's folder below it, which the pointer
/// names.
///
/// @param folder of the pointer, the lock and what a run leaves while it works
/// @param tables the folder of the tables: `folder` itself, or a generation's below it
public record CorpusHome(Path home, Path folder, Path tables) {

    /// The home, made where it is not there yet.
    ///
    /// @throws WrongInputException where the home is a newer program's, or cannot be written
    public static CorpusHome create(Path home) {
        CorpusHome corpus = existing(home);
        try {
            Files.createDirectories(corpus.folder());
            if (!Files.exists(HomeFormat.file(home))) {
                write(HomeFormat.file(home), HomeFormat.NEWEST + "\n");
            }
            return corpus;
        } catch (AccessDeniedException e) {
            throw new WrongInputException(
                    home + ": not writable; give this user the right, or choose another --home", e);
        } catch (IOException | UncheckedIOException e) {
            throw new WrongInputException(home + ": cannot be made a home (" + e.getMessage() + "); choose another", e);
        }
    }

    /// The home as it is, which may be not at all.
    public static CorpusHome existing(Path home) {
        HomeFormat.requireKnown(home);
        Path folder = home.resolve("corpus");
        CorpusHome first = new CorpusHome(home, folder, folder);
        return CurrentCorpus.find(first)
                .map(current -> new CorpusHome(home, folder, folder.resolve(current.generation())))
                .orElse(first);
    }

    /// A generation that is loaded beside the corpus in use: complete with a pointer and a lock of its own, which
    /// nobody reads until [CurrentCorpus#swapIn].
    ///
    /// @param generation its name, such as `pubmed27n`; its folder may not be there yet
    public CorpusHome beside(String generation) {
        Path beside = folder.resolve(generation);
        return new CorpusHome(home, beside, beside);
    }

    /// Makes the folder of a generation where it is not there yet.
    public void make() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new WrongInputException(folder + ": cannot be made (" + e.getMessage() + ")", e);
        }
    }

    /// The name of the generation in use; empty for the first, whose tables lie in the folder itself.
    public String generation() {
        return folder.relativize(tables).toString();
    }

    /// The folder of a Delta table.
    public Path table(String name) {
        return tables.resolve(name);
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

    /// Writes a file so that it is there whole or not at all.
    static void write(Path file, String words) {
        try {
            Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.writeString(fresh, words);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
