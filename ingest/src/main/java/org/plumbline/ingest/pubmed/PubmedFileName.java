package org.plumbline.ingest.pubmed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.ingest.text.InputFile;

/// NLM's names of citation files: `pubmed26n1335.xml.gz` is file 1335 of the year 2026; before 2018
/// `medline17n0001`.
public final class PubmedFileName {

    private static final Pattern NAME = Pattern.compile("(?:pubmed|medline)(\\d{2})n(\\d{4,5})\\.xml(?:\\.gz)?");
    private static final long FILES_A_YEAR = 100_000;

    private PubmedFileName() {}

    /// The file of this name in NLM's order: year times 100,000 plus number; 0 where the name says nothing.
    ///
    /// @param name the name without its folder
    public static InputFile inputFile(String name) {
        Matcher parts = NAME.matcher(name);
        long sequence =
                parts.matches() ? Long.parseLong(parts.group(1)) * FILES_A_YEAR + Long.parseLong(parts.group(2)) : 0;
        return new InputFile(name, sequence);
    }
}
