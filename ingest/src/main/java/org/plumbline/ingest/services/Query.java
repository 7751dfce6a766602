package org.plumbline.ingest.services;

import java.net.URI;
import java.util.Optional;

/// A question to a service that answers in pages.
public sealed interface Query permits CrossrefWorks, CursorQuery {

    /// The address of the first page; empty where there is nothing to ask for.
    Optional<URI> first();

    /// The address of the page after an asked one; empty where that was the last.
    ///
    /// @param answer empty where the service does not know what was asked for: see [#mayBeUnknown]
    Optional<URI> next(URI asked, Optional<AnswerHead> answer);

    /// Whether a page that the service says is not there (404) is an answer too, rather than a failure.
    default boolean mayBeUnknown() {
        return false;
    }

    /// How many records an answer holds.
    int records(AnswerHead answer);

    /// How many records the service says there are in all; empty where it does not say.
    Optional<Long> total(AnswerHead answer);
}
