package org.plumbline.index;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.sources.FoldedName;
import org.plumbline.citations.sources.SourceKeys;

/// Tells whether an article passes a filter from the article alone, without the index.
final class FilterCheck {

    private FilterCheck() {}

    static boolean accepts(Filter filter, IndexedArticle candidate) {
        Article article = candidate.article();
        Set<String> journal = FilterKeys.ofJournal(article.bibliography().journal());
        return year(filter, article.bibliography().date())
                && (filter.journals().isEmpty() || meets(filter.journals(), journal))
                && !meets(filter.excludedJournals(), journal)
                && (filter.designs().isEmpty()
                        || filter.designs().contains(candidate.design().kind()))
                && !filter.excludedStandings().contains(article.standing())
                && !filter.excludedPeerReview().contains(article.peerReview().status())
                && (filter.publicationTypes().isEmpty()
                        || meets(filter.publicationTypes(), FilterKeys.ofTypes(article)))
                && sources(filter, article);
    }

    private static boolean sources(Filter filter, Article article) {
        if (!filter.asksForSources()) {
            return true;
        }
        Set<String> keys = SourceKeys.of(article);
        return (filter.sources().isEmpty() || !Collections.disjoint(filter.sourceKeys(), keys))
                && Collections.disjoint(filter.excludedSourceKeys(), keys);
    }

    private static boolean year(Filter filter, @Nullable PublicationDate date) {
        if (filter.sinceYear().isEmpty() && filter.untilYear().isEmpty()) {
            return true;
        }
        return date != null
                && date.year() >= filter.sinceYear().orElse(Integer.MIN_VALUE)
                && date.year() <= filter.untilYear().orElse(Integer.MAX_VALUE);
    }

    private static boolean meets(Set<String> names, Set<String> keys) {
        Set<String> folded = names.stream().map(FoldedName::of).collect(Collectors.toSet());
        return !Collections.disjoint(folded, keys);
    }
}
