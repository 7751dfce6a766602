package org.plumbline.ingest.intake;

import java.nio.file.Path;
import java.util.Comparator;
import org.plumbline.citations.Source;
import org.plumbline.ingest.pubmed.PubmedFileName;

/// A file of a source, found on disk and not yet read.
///
/// @param name without its folder
/// @param sequence its place in the source's order, as in [org.plumbline.citations.SourceOrder]: 0 for a loose
///     PubMed file, which so yields to NLM's numbered ones; for JATS, where the reader tells the version by the
///     name, 1; for what a service answered, the time in the name ([DatedName])
/// @param sizeBytes as stored
public record SourceFile(Path path, String name, long sequence, long sizeBytes) {

    /// The source's order; files of one place by name.
    static final Comparator<SourceFile> IN_ORDER = Comparator.comparingLong(SourceFile::sequence)
            .thenComparing(SourceFile::name)
            .thenComparing(SourceFile::path);

    static SourceFile of(Source source, Path path, long sizeBytes) {
        String name = String.valueOf(path.getFileName());
        long sequence = switch (source) {
            case PUBMED -> PubmedFileName.inputFile(name).sequence();
            case PMC, JATS, DOCUMENT, CITATION -> 1;
            case CROSSREF, EUROPE_PMC, CLINICAL_TRIALS, RETRACTION_WATCH, NOTICE_LIST -> DatedName.sequence(name);
        };
        return new SourceFile(path, name, sequence, sizeBytes);
    }
}
