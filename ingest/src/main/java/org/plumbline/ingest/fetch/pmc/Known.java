package org.plumbline.ingest.fetch.pmc;

import java.util.Optional;
import org.plumbline.ingest.fetch.Fields;
import org.plumbline.ingest.fetch.Ledger;

/// What the ledger remembers of an article.
///
/// @param etag of the metadata that were read
/// @param taken the corpus has it; else it was set aside for its licence
/// @param licence the code in its metadata
/// @param modified when its metadata were last written, ISO 8601
record Known(int version, String etag, boolean taken, String licence, String modified) {

    static final String KIND = "pmc";

    private static final String TAKEN = "taken";

    static Optional<Known> find(Ledger ledger, String pmcid) {
        return ledger.find(KIND, pmcid).map(Known::of);
    }

    static Known read(String line) {
        return of(Fields.read(line));
    }

    private static Known of(Fields fields) {
        return new Known(
                Integer.parseInt(fields.word(0)),
                fields.word(1),
                fields.word(2).equals(TAKEN),
                fields.word(3),
                fields.word(4));
    }

    void keep(Ledger ledger, String pmcid) {
        ledger.keep(
                KIND,
                pmcid,
                Fields.of(Integer.toString(version), etag, taken ? TAKEN : "set aside", licence, modified));
    }
}
