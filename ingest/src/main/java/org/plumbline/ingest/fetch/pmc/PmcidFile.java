package org.plumbline.ingest.fetch.pmc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plumbline.citations.WrongInputException;

/// A list of articles to fetch: one PMCID a line, blank lines and those that begin with # are passed over.
public final class PmcidFile {

    private PmcidFile() {}

    /// The PMCIDs in their order, each once.
    ///
    /// @throws WrongInputException where the file cannot be read, a line is no PMCID, or there is none
    public static List<String> read(Path file) {
        List<String> lines = lines(file);
        Set<String> pmcids = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String pmcid = line.toUpperCase(Locale.ROOT);
            if (!pmcid.matches("(PMC)?[1-9]\\d{0,11}")) {
                throw new WrongInputException(
                        file + ", line " + (i + 1) + ": not a PMCID; expected one a line, such as PMC1065070");
            }
            pmcids.add(pmcid.startsWith("PMC") ? pmcid : "PMC" + pmcid);
        }
        if (pmcids.isEmpty()) {
            throw new WrongInputException(file + ": no PMCID in it; write one a line, such as PMC1065070");
        }
        return new ArrayList<>(pmcids);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new WrongInputException(file + ": cannot be read (" + e.getMessage() + "); check the path", e);
        }
    }
}
