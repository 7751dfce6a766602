package org.plumbline.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.LanguageCode;
import org.plumbline.citations.License;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.design.AgeGroup;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.sources.FoldedName;
import org.plumbline.citations.sources.SourceKeys;
import org.plumbline.citations.sources.SourceList;

/// Tells whether an article passes a filter from the article alone, without the index, and what keeps it out.
final class FilterCheck {

    private final Filter filter;
    private final List<String> bars = new ArrayList<>();

    private FilterCheck(Filter filter) {
        this.filter = filter;
    }

    static boolean accepts(Filter filter, IndexedArticle candidate) {
        return bars(filter, candidate).isEmpty();
    }

    /// What keeps an article out, one line each: what it is and what was asked for.
    static List<String> bars(Filter filter, IndexedArticle candidate) {
        FilterCheck check = new FilterCheck(filter);
        check.years(candidate.article().bibliography().date());
        check.names(candidate.article());
        check.kinds(candidate);
        check.sources(candidate.article());
        return List.copyOf(check.bars);
    }

    private void years(@Nullable PublicationDate date) {
        if (filter.sinceYear().isEmpty() && filter.untilYear().isEmpty()) {
            return;
        }
        if (date == null) {
            bars.add("year: none is known");
            return;
        }
        filter.sinceYear()
                .filter(since -> date.year() < since)
                .ifPresent(since -> bars.add("year: " + date.year() + ", asked for " + since + " or later"));
        filter.untilYear()
                .filter(until -> date.year() > until)
                .ifPresent(until -> bars.add("year: " + date.year() + ", asked for " + until + " or before"));
    }

    private void names(Article article) {
        Set<String> journal = FilterKeys.ofJournal(article.bibliography().journal());
        String title = article.bibliography().journal().title();
        if (!filter.journals().isEmpty() && !meets(filter.journals(), journal)) {
            bars.add("journal: \"" + title + "\", asked for " + list(filter.journals()));
        }
        if (meets(filter.excludedJournals(), journal)) {
            bars.add("journal: \"" + title + "\" is excluded");
        }
        if (!filter.publicationTypes().isEmpty() && !meets(filter.publicationTypes(), FilterKeys.ofTypes(article))) {
            bars.add("publication type: not " + list(filter.publicationTypes()));
        }
        String language = LanguageCode.of(article.bibliography().language());
        if (!filter.languages().isEmpty() && !filter.languageCodes().contains(language)) {
            bars.add("language: " + language + ", asked for " + list(filter.languages()));
        }
    }

    private void kinds(IndexedArticle candidate) {
        Article article = candidate.article();
        DesignLevel.Kind design = candidate.design().kind();
        wanted("design", design, filter.designs());
        wanted("standing", article.standing(), filter.standings());
        excluded("standing", article.standing(), filter.excludedStandings());
        wanted("peer review", article.peerReview().status(), filter.peerReview());
        excluded("peer review", article.peerReview().status(), filter.excludedPeerReview());
        wanted("licence", License.of(article.license()), filter.licenses());
        wanted("humans", candidate.subjects().kind(), filter.subjects());
        Set<AgeGroup> ages = candidate.ages().groups();
        if (!filter.ages().isEmpty() && Collections.disjoint(filter.ages(), ages)) {
            bars.add("age: " + (ages.isEmpty() ? "none is known" : list(ages)) + ", asked for " + list(filter.ages()));
        }
    }

    private void sources(Article article) {
        if (!filter.asksForSources()) {
            return;
        }
        Set<String> keys = SourceKeys.of(article);
        if (!filter.sources().isEmpty() && Collections.disjoint(filter.sourceKeys(), keys)) {
            bars.add("source lists: on none of " + titles(filter.sources()));
        }
        if (!Collections.disjoint(filter.excludedSourceKeys(), keys)) {
            bars.add("source lists: on one of " + titles(filter.excludedSources()) + ", excluded");
        }
    }

    private <E extends Enum<E>> void wanted(String name, E its, Set<E> wanted) {
        if (!wanted.isEmpty() && !wanted.contains(its)) {
            bars.add(name + ": " + its.name() + ", asked for " + list(wanted));
        }
    }

    private <E extends Enum<E>> void excluded(String name, E its, Set<E> unwanted) {
        if (unwanted.contains(its)) {
            bars.add(name + ": " + its.name() + " is excluded");
        }
    }

    private static boolean meets(Set<String> names, Set<String> keys) {
        return names.stream().map(FoldedName::of).anyMatch(keys::contains);
    }

    private static String list(Collection<?> names) {
        Set<String> sorted = new TreeSet<>();
        names.forEach(name -> sorted.add(name.toString()));
        return String.join(", ", sorted);
    }

    private static String titles(List<SourceList> lists) {
        return lists.stream().map(SourceList::title).collect(Collectors.joining(", "));
    }
}
