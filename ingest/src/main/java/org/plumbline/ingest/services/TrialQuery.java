package org.plumbline.ingest.services;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The studies of ClinicalTrials.gov that a query finds or that these NCT numbers name, by page token
/// (clinicaltrials.gov/data-api/api).
///
/// @param query over all fields, else empty
/// @param nctIds none where there is a query
/// @param rows a page, up to 1,000
public record TrialQuery(String base, String query, List<String> nctIds, int rows) implements Query {

    public TrialQuery {
        nctIds = List.copyOf(nctIds);
    }

    @Override
    public Optional<URI> first() {
        return query.isEmpty() && nctIds.isEmpty() ? Optional.empty() : Optional.of(page(""));
    }

    @Override
    public Optional<URI> next(URI asked, Optional<AnswerHead> answer) {
        return answer.flatMap(page -> page.find("nextPageToken"))
                .map(this::page)
                .filter(next -> !next.equals(asked));
    }

    @Override
    public int records(AnswerHead answer) {
        return answer.size("studies");
    }

    @Override
    public Optional<Long> total(AnswerHead answer) {
        return answer.find("totalCount").map(Long::valueOf);
    }

    private URI page(String token) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query.term", query);
        parameters.put("filter.ids", String.join("|", nctIds));
        parameters.put("countTotal", token.isEmpty() ? "true" : "");
        parameters.put("pageSize", "" + rows);
        parameters.put("pageToken", token);
        return Addressed.of(base + "/studies", parameters);
    }
}
