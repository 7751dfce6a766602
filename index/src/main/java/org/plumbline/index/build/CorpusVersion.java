package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;

/// The version of the corpus that `corpus/CURRENT.json` points to.
///
/// @param version counts the ingest runs
/// @param generation the folder below `corpus/` in which the tables lie; empty for `corpus/` itself
/// @param tables the version of each Delta table by its name
/// @param digest the digest of the content of all tables
public record CorpusVersion(int format, long version, String generation, Map<String, Long> tables, String digest) {

    private static final int FORMAT = 2;

    public CorpusVersion {
        generation = generation == null ? "" : generation;
        tables = Map.copyOf(tables);
    }

    /// The version that is current now.
    ///
    /// @throws WrongInputException where there is no corpus, or one of a newer format
    public static CorpusVersion current(Path home) {
        Path pointer = home.resolve("corpus").resolve("CURRENT.json");
        if (!Files.exists(pointer)) {
            throw new WrongInputException("no corpus in " + home + ": run `plumbline ingest` first");
        }
        CorpusVersion version;
        try {
            version = Json.read(Files.readString(pointer), CorpusVersion.class);
        } catch (IOException | WrongInputException e) {
            throw new WrongInputException(
                    pointer + " cannot be read (" + e.getMessage() + "): check its permissions, or restore it", e);
        }
        if (version.format() > FORMAT) {
            throw new WrongInputException(pointer + " has format " + version.format()
                    + ": it was written by a newer Plumbline; use that one");
        }
        return version;
    }

    /// The version of a table.
    public long of(String table) {
        Long version = tables.get(table);
        if (version == null) {
            throw new WrongInputException("the corpus has no table \"" + table + "\": run `plumbline ingest` again");
        }
        return version;
    }
}
