package org.plumbline.ingest.intake;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.Source;

/// A file of a source, found on disk and not yet read.
///
/// @param name without its folder
/// @param sequence its place in the source's order, as in [org.plumbline.citations.SourceOrder]: 0 for a loose PubMed
///     file, which so yields to NLM's numbered ones
/// @param sizeBytes as stored
public record SourceFile(Path path, String name, long sequence, long sizeBytes) {

    /// The source's order; files of one place by name.
    static final Comparator<SourceFile> IN_ORDER = Comparator.comparingLong(SourceFile::sequence)
            .thenComparing(SourceFile::name)
            .thenComparing(SourceFile::path);

    /// `pubmed26n0001.xml.gz`; until 2017 `medline16n0902.xml.gz`.
    private static final Pattern CITATIONS = Pattern.compile("(?:pubmed|medline)(\\d\\d)n(\\d{4,5})\\b.*");

    private static final Pattern ARTICLE_VERSION = Pattern.compile("PMC\\d+\\.(\\d{1,6})\\.xml(?:\\.gz)?");
    private static final long FILES_A_YEAR = 100_000;

    static SourceFile of(Source source, Path path, long sizeBytes) {
        String name = String.valueOf(path.getFileName());
        return new SourceFile(path, name, sequenceOf(source, name), sizeBytes);
    }

    private static long sequenceOf(Source source, String name) {
        if (source == Source.PUBMED) {
            Matcher numbered = CITATIONS.matcher(name);
            return numbered.matches()
                    ? Long.parseLong(numbered.group(1)) * FILES_A_YEAR + Long.parseLong(numbered.group(2))
                    : 0;
        }
        Matcher versioned = ARTICLE_VERSION.matcher(name);
        return versioned.matches() ? Long.parseLong(versioned.group(1)) : 1;
    }
}
