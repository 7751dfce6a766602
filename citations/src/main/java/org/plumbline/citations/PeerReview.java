package org.plumbline.citations;

import java.util.List;

/// What makes us believe that an article was reviewed by peers, or that it was not: never a bare yes.
///
/// @param evidence the signals in words, such as "publication type Preprint"; empty only for UNKNOWN
public record PeerReview(Status status, List<String> evidence) {

    /// What the signals say.
    public enum Status {
        PREPRINT,
        /// A kind of article that journals do not send to review: editorial, letter, news, notice.
        NOT_REVIEWED_TYPE,
        /// Published in a journal that reviews by its own or an indexer's word.
        JOURNAL_REVIEWS,
        UNKNOWN
    }

    public PeerReview {
        evidence = List.copyOf(evidence);
    }
}
