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
public record CrossrefUpdates(String base, LocalDate since, String contact) implements Query {

    /// New versions and editions are many, and of preprints and books mostly: works by DOI tell of them.
    private static final String TYPES = "retraction,withdrawal,removal,partial_retraction,expression_of_concern,"
            + "correction,corrigendum,erratum,addendum,clarification,reinstatement";

    private static final int ROWS = 1_000;

    @Override
    public Optional<URI> first() {
        return Optional.of(page("*"));
    }

    @Override
    public Optional<URI> next(URI asked, Optional<AnswerHead> answer) {
        return answer.filter(page -> records(page) > 0)
                .flatMap(page -> page.find("message.next-cursor"))
                .map(this::page)
                .filter(next -> !next.equals(asked));
    }

    @Override
    public Optional<Long> total(AnswerHead answer) {
        return answer.find("message.total-results").map(Long::valueOf);
    }

    @Override
    public int records(AnswerHead answer) {
        return answer.size("message.items");
    }

    private URI page(String cursor) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("filter", "update-type:" + TYPES.replace(",", ",update-type:") + ",from-index-date:" + since);
        parameters.put("rows", "" + ROWS);
        parameters.put("cursor", cursor);
        parameters.put("mailto", contact.contains("@") ? contact : "");
        return Addressed.of(base + "/works", parameters);
    }
}
