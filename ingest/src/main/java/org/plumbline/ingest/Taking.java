package org.plumbline.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.crossref.CrossrefReader;
import org.plumbline.ingest.document.DocumentSettings;
import org.plumbline.ingest.europepmc.EuropePmcReader;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.pubmed.PubmedReader;
import org.plumbline.ingest.retractions.RetractionReader;
import org.plumbline.ingest.trials.TrialReader;
import org.plumbline.ingest.watch.QuarantineEntry;

/// How a source's files are read again.
final class Taking {

    private Taking() {}

    /// The source under which the files of an entry were taken: a run of `ingest files` reads what belongs to several.
    static Source source(QuarantineEntry entry) {
        String ofFiles = "-" + Source.DOCUMENT.name().toLowerCase(Locale.ROOT);
        return entry.run().endsWith(ofFiles) ? Source.DOCUMENT : source(entry.source());
    }

    private static Source source(Source named) {
        return switch (named) {
            case JATS -> Source.PMC;
            case CITATION -> Source.DOCUMENT;
            case NOTICE_LIST -> Source.RETRACTION_WATCH;
            case PUBMED, PMC, DOCUMENT, EUROPE_PMC, CROSSREF, RETRACTION_WATCH, CLINICAL_TRIALS -> named;
        };
    }

    /// Reads files that lie in folders again.
    static RunReport again(Intake intake, Source source, List<Path> files, DocumentSettings settings) {
        return switch (source) {
            case PUBMED -> intake.takeAgain(source, PubmedReader::new, files);
            case PMC, JATS -> intake.takeAgain(Source.PMC, JatsReader::new, files);
            case DOCUMENT, CITATION -> intake.takeFilesAgain(files, settings);
            case EUROPE_PMC -> intake.takeAgain(source, EuropePmcReader::new, files);
            case CROSSREF -> intake.takeAgain(source, CrossrefReader::new, files);
            case RETRACTION_WATCH, NOTICE_LIST ->
                intake.takeAgain(Source.RETRACTION_WATCH, RetractionReader::new, files);
            case CLINICAL_TRIALS -> intake.takeAgain(source, TrialReader::new, files);
        };
    }
}
