package org.plumbline.ingest.fetch.pmc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an inventory tells that the ledger does not know.
sealed interface Change {

    /// A new article, or one whose metadata have changed.
    ///
    /// @param modified when the metadata were last written, ISO 8601; empty where not known yet
    /// @param known what the ledger remembers; null where nothing
    record Changed(
            ArticleKey article,
            String etag,
            String modified,
            @Nullable Known known) implements Change {

        Optional<Known> findKnown() {
            return Optional.ofNullable(known);
        }
    }

    /// An article that the corpus has and the bucket has no more.
    ///
    /// @param since ISO 8601: what the bucket says after that is newer
    record Removed(ArticleKey article, String since) implements Change {}
}
