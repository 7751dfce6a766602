package org.plumbline.ingest.identity;

import org.plumbline.citations.Source;

/// Sources as people write their names.
final class SourceNames {

    private SourceNames() {}

    static String of(Source source) {
        return switch (source) {
            case PUBMED -> "PubMed";
            case PMC -> "PMC";
            case JATS -> "JATS file";
            case DOCUMENT -> "document";
            case CITATION -> "citation file";
            case EUROPE_PMC -> "Europe PMC";
            case CROSSREF -> "Crossref";
            case RETRACTION_WATCH -> "Retraction Watch";
            case NOTICE_LIST -> "list of notices";
            case CLINICAL_TRIALS -> "ClinicalTrials.gov";
        };
    }
}
