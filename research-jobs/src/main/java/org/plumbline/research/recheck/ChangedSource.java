package org.plumbline.research.recheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Standing;
import org.plumbline.research.report.Reference;

/// A cited article of which something else is known now than when the report was made.
///
/// @param number of the reference in the report, from 1
/// @param then its standing in the report
/// @param now its standing now; null where the index no longer has the article
/// @param news events that the report does not know
/// @param gone events that the report knows and that nobody states any more
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChangedSource(
        int number,
        String articleId,
        Standing then,
        @Nullable Standing now,
        List<IntegrityEvent> news,
        List<IntegrityEvent> gone) {

    public ChangedSource {
        news = news == null ? List.of() : List.copyOf(news);
        gone = gone == null ? List.of() : List.copyOf(gone);
    }

    /// The change, if there is one.
    ///
    /// @param today the article as it is known now; empty where it is no longer there
    static Optional<ChangedSource> of(Reference reference, Optional<Article> today) {
        if (today.isEmpty()) {
            return Optional.of(new ChangedSource(
                    reference.number(), reference.articleId(), reference.standing(), null, List.of(), List.of()));
        }
        Article article = today.get();
        List<IntegrityEvent> news = without(article.events(), reference.events());
        List<IntegrityEvent> gone = without(reference.events(), article.events());
        if (news.isEmpty() && gone.isEmpty() && article.standing() == reference.standing()) {
            return Optional.empty();
        }
        return Optional.of(new ChangedSource(
                reference.number(), reference.articleId(), reference.standing(), article.standing(), news, gone));
    }

    private static List<IntegrityEvent> without(List<IntegrityEvent> events, List<IntegrityEvent> known) {
        Set<IntegrityEvent> before = new HashSet<>(known);
        return events.stream().filter(event -> !before.contains(event)).toList();
    }
}
