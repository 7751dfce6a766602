package org.plumbline.ingest.services;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What Europe PMC finds for a query in its own language, by cursor mark: a page that gives back the mark it was
/// asked with is the last (europepmc.org/RestfulWebService).
///
/// @param rows a page, up to 1,000
public record EuropePmcQuery(String base, String query, int rows) implements CursorQuery {

    @Override
    public Optional<URI> first() {
        return Optional.of(page("*"));
    }

    @Override
    public Places places() {
        return new Places("resultList.result", "nextCursorMark", "hitCount");
    }

    @Override
    public URI page(String cursorMark) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query", query);
        parameters.put("resultType", "core");
        parameters.put("format", "json");
        parameters.put("pageSize", "" + rows);
        parameters.put("cursorMark", cursorMark);
        return Addressed.of(base + "/search", parameters);
    }
}
