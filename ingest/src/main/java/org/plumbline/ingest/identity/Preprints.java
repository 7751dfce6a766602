package org.plumbline.ingest.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.SourceRecord;

/// Tells preprints from what stands in a journal. A preprint and its published article have the same title and
/// authors, and records of the one often state the other's DOI; they are two publications all the same.
final class Preprints {

    /// The forms of bioRxiv and medRxiv, Research Square, SSRN, arXiv, ChemRxiv, Preprints.org, PsyArXiv and OSF.
    /// Cold Spring Harbor's journals share bioRxiv's prefix, but have letters behind it.
    private static final Pattern SERVER_DOI = Pattern.compile("10\\.1101/(?:\\d{6}|\\d{4}\\.\\d{2}\\.\\d{2}\\.\\d{6,8})"
            + "|10\\.64898/\\S+|10\\.21203/rs\\.\\S+|10\\.2139/ssrn\\.\\d+|10\\.48550/arxiv\\.\\S+|10\\.26434/chemrxiv\\S+"
            + "|10\\.20944/preprints\\S+|10\\.31234/osf\\.io/\\S+|10\\.31219/osf\\.io/\\S+");

    private Preprints() {}

    /// Whether the record says that it is a preprint.
    static boolean is(SourceRecord record) {
        return PeerReviewSigns.read(List.of(record)).status() == PeerReview.Status.PREPRINT;
    }

    /// Whether the record says that it is none: an index that types its records calls it something else.
    static boolean isPublished(SourceRecord record) {
        boolean typed =
                !record.publicationTypes().isEmpty() || !record.articleType().isEmpty();
        return PeerReviewRule.INDEXES.contains(record.source()) && typed && !is(record);
    }

    /// Whether the alias is a DOI that a preprint server gave.
    static boolean isServerDoi(String alias) {
        return alias.startsWith("doi:")
                && SERVER_DOI.matcher(alias.substring("doi:".length())).matches();
    }
}
