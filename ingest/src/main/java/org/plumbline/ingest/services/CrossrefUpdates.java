package org.plumbline.ingest.services;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// All notices that Crossref indexed on a day or after it, of every kind of update that touches a publication's
/// standing; by cursor, 1,000 a page (api.crossref.org/swagger-ui).
///
/// @param contact an e-mail address for the polite pool, else empty
public record CrossrefUpdates(String base, LocalDate since, String contact) implements CursorQuery {

    /// New versions and editions are many, and of preprints and books mostly: works by DOI tell of them.
    private static final String TYPES = "retraction,withdrawal,removal,partial_retraction,expression_of_concern,"
            + "correction,corrigendum,erratum,addendum,clarification,reinstatement";

    private static final int ROWS = 1_000;

    @Override
    public Optional<URI> first() {
        return Optional.of(page("*"));
    }

    @Override
    public Places places() {
        return new Places("message.items", "message.next-cursor", "message.total-results");
    }

    @Override
    public URI page(String cursor) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("filter", "update-type:" + TYPES.replace(",", ",update-type:") + ",from-index-date:" + since);
        parameters.put("rows", "" + ROWS);
        parameters.put("cursor", cursor);
        parameters.put("mailto", contact.contains("@") ? contact : "");
        return Addressed.of(base + "/works", parameters);
    }
}
