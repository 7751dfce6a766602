package org.plumbline.ingest.identity;

/// The kinds of links, strongest first.
enum LinkKind {
    PMID,
    PMCID,
    DOI,
    /// The fingerprint: title, first author, year.
    TITLE;

    static LinkKind of(String link) {
        return switch (link.substring(0, link.indexOf(':'))) {
            case "pmid" -> PMID;
            case "pmcid" -> PMCID;
            case "doi" -> DOI;
            case "title" -> TITLE;
            default -> throw new IllegalArgumentException("link " + link);
        };
    }
}
