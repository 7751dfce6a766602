package org.plumbline.research.report;

import java.util.List;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.IntegrityEvent;

/// An article that matched the question and is not used, with the reason. It supports nothing in the report.
///
/// @param vancouver its reference in Vancouver style, plain text
/// @param detail what decided, in words: "filter: published from 2015", "same study as reference 3"; may be empty
/// @param events the integrity events behind a retraction or a supersession
public record Excluded(
        String articleId, ArticleIds ids, String vancouver, Reason reason, String detail, List<IntegrityEvent> events) {

    /// Why an article is not used, in the order in which they are listed.
    public enum Reason {
        RETRACTED("retracted"),
        EXCLUDED_BY_REQUEST("excluded by the request"),
        PREPRINT("preprint, not peer reviewed"),
        SUPERSEDED("superseded by a newer version"),
        DUPLICATE_REPORT("another report of a study that is already counted"),
        NO_EVIDENCE_SENTENCE("no sentence that reports a result on the question");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Excluded {
        events = List.copyOf(events);
    }
}
