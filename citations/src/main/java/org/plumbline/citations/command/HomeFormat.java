package org.plumbline.citations.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.citations.WrongInputException;

/// The format of a home folder, as its file `format` says: a newer program's home is neither read nor written.
public final class HomeFormat {

    /// What this program writes; it reads this and older ones.
    public static final int NEWEST = 1;

    private HomeFormat() {}

    /// Where the format of a home is written.
    public static Path file(Path home) {
        return home.resolve("format");
    }

    /// Passes a folder of a format that is known, and one without any, which may not even exist.
    ///
    /// @throws WrongInputException where it is no folder, or a newer program's
    public static void requireKnown(Path home) {
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new WrongInputException(home + ": not a folder; choose another --home");
        }
        if (Files.exists(file(home))) {
            requireKnown(home, read(home));
        }
    }

    private static void requireKnown(Path home, String format) {
        if (!format.matches("[0-9]{1,6}") || Integer.parseInt(format) > NEWEST) {
            throw new WrongInputException(home + ": a home of format \"" + format + "\", this program knows up to "
                    + NEWEST + "; use the newer Plumbline that wrote it, or another --home");
        }
    }

    private static String read(Path home) {
        try {
            String format = Files.readString(file(home)).strip();
            return format.substring(0, Math.min(format.length(), 20));
        } catch (IOException e) {
            throw new WrongInputException(home + ": not readable (" + e.getMessage() + "); check its rights", e);
        }
    }
}
