package org.plumbline.ingest.services;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What Europe PMC finds for a query in its own language, by cursor mark: a page that gives back the mark it was
/// asked with is the last (europepmc.org/RestfulWebService).
///
/// @param rows a page, up to 1,000
public record EuropePmcQuery(String base, String query, int rows) implements Query {

    @Override
    public Optional<URI> first() {
        return Optional.of(page("*"));
    }

    @Override
    public Optional<URI> next(URI asked, Optional<AnswerHead> answer) {
        return answer.filter(page -> records(page) > 0)
                .flatMap(page -> page.find("nextCursorMark"))
                .map(this::page)
                .filter(next -> !next.equals(asked));
    }

    @Override
    public int records(AnswerHead answer) {
        return answer.size("resultList.result");
    }

    @Override
    public Optional<Long> total(AnswerHead answer) {
        return answer.find("hitCount").map(Long::valueOf);
    }

    private URI page(String cursorMark) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query", query);
        parameters.put("resultType", "core");
        parameters.put("format", "json");
        parameters.put("pageSize", "" + rows);
        parameters.put("cursorMark", cursorMark);
        return Addressed.of(base + "/search", parameters);
    }
}
