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
public record TrialQuery(String base, String query, List<String> nctIds, int rows) implements CursorQuery {

    public TrialQuery {
        nctIds = List.copyOf(nctIds);
    }

    @Override
    public Optional<URI> first() {
        return query.isEmpty() && nctIds.isEmpty() ? Optional.empty() : Optional.of(page(""));
    }

    @Override
    public Places places() {
        return new Places("studies", "nextPageToken", "totalCount");
    }

    @Override
    public URI page(String token) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query.term", query);
        parameters.put("filter.ids", String.join("|", nctIds));
        parameters.put("countTotal", token.isEmpty() ? "true" : "");
        parameters.put("pageSize", "" + rows);
        parameters.put("pageToken", token);
        return Addressed.of(base + "/studies", parameters);
    }
}
