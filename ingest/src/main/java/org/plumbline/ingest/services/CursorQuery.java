package org.plumbline.ingest.services;

import java.net.URI;
import java.util.Optional;

/// A question whose answers name their next page by a mark: the last page has none, or no records, or the mark that
/// it was asked with.
sealed interface CursorQuery extends Query permits CrossrefUpdates, EuropePmcQuery, TrialQuery {

    /// Where an answer says what.
    ///
    /// @param records a list
    /// @param mark of the next page
    /// @param total number of all records
    record Places(String records, String mark, String total) {}

    Places places();

    /// The address of the page with a mark.
    URI page(String mark);

    @Override
    default Optional<URI> next(URI asked, Optional<AnswerHead> answer) {
        return answer.filter(page -> records(page) > 0)
                .flatMap(page -> page.find(places().mark()))
                .map(this::page)
                .filter(next -> !next.equals(asked));
    }

    @Override
    default int records(AnswerHead answer) {
        return answer.size(places().records());
    }

    @Override
    default Optional<Long> total(AnswerHead answer) {
        return answer.find(places().total()).map(Long::valueOf);
    }
}
