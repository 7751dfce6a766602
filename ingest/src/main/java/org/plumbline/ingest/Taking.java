package org.plumbline.ingest;

import java.util.Optional;
import org.plumbline.citations.Source;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.pubmed.PubmedReader;
import org.plumbline.ingest.spark.Readers;

/// How a source's files are read again.
///
/// @param source under which its command takes them
record Taking(Source source, Readers readers) {

    /// Of the source that a record or a refusal names; empty for those whose files are not read from a folder.
    static Optional<Taking> find(Source source) {
        return switch (source) {
            case PUBMED -> Optional.of(new Taking(Source.PUBMED, PubmedReader::new));
            case PMC, JATS -> Optional.of(new Taking(Source.PMC, JatsReader::new));
            case DOCUMENT, CITATION, EUROPE_PMC, CROSSREF, RETRACTION_WATCH, CLINICAL_TRIALS -> Optional.empty();
        };
    }
}
