package org.plumbline.research.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.Standing;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.sources.SourceList;
import org.plumbline.index.Filter;
import org.plumbline.research.request.Request;

/// The filters of a request: what its requester asked for, and what may be evidence at all.
public final class Filters {

    private Filters() {}

    /// The requester's own limits. What they leave out appears nowhere in the job, not even among what was left
    /// out.
    public static Filter asked(Request request) {
        Filter filter = Filter.NONE
                .withJournals(new HashSet<>(request.journals()))
                .withExcludedJournals(new HashSet<>(request.excludedJournals()))
                .withDesigns(request.designs().isEmpty() ? Set.of() : EnumSet.copyOf(request.designs()))
                .withSources(request.sources(), request.excludedSources());
        filter = request.since() == null ? filter : filter.withSinceYear(request.since());
        return request.until() == null ? filter : filter.withUntilYear(request.until());
    }

    /// The requester's limits, without articles that were retracted or superseded, and without preprints unless
    /// they were asked for.
    public static Filter eligible(Request request) {
        Filter filter = asked(request).withExcludedStandings(EnumSet.of(Standing.RETRACTED, Standing.SUPERSEDED));
        return request.preprints() == Request.Preprints.INCLUDED
                ? filter
                : filter.withExcludedPeerReview(EnumSet.of(PeerReview.Status.PREPRINT));
    }

    /// Systematic reviews, meta-analyses and guidelines, as far as they are among the designs that a filter wants;
    /// empty where it wants none of them.
    public static Set<DesignLevel.Kind> reviewsAmong(Set<DesignLevel.Kind> wanted) {
        Set<DesignLevel.Kind> reviews = EnumSet.of(
                DesignLevel.Kind.SYSTEMATIC_REVIEW, DesignLevel.Kind.META_ANALYSIS, DesignLevel.Kind.GUIDELINE);
        if (!wanted.isEmpty()) {
            reviews.retainAll(wanted);
        }
        return reviews;
    }

    /// The requester's limits in words, one each.
    public static List<String> limits(Request request) {
        List<String> limits = new ArrayList<>(words(asked(request)));
        if (request.preprints() == Request.Preprints.INCLUDED) {
            limits.add("preprints included");
        }
        return limits;
    }

    /// A filter in words, one limit each.
    static List<String> words(Filter filter) {
        List<String> words = new ArrayList<>();
        filter.sinceYear().ifPresent(year -> words.add("published from " + year));
        filter.untilYear().ifPresent(year -> words.add("published until " + year));
        if (!filter.journals().isEmpty()) {
            words.add("only in " + String.join(", ", new TreeSet<>(filter.journals())));
        }
        if (!filter.excludedJournals().isEmpty()) {
            words.add("not in " + String.join(", ", new TreeSet<>(filter.excludedJournals())));
        }
        if (!filter.sources().isEmpty()) {
            words.add("only sources of " + titles(filter.sources()));
        }
        if (!filter.excludedSources().isEmpty()) {
            words.add("no sources of " + titles(filter.excludedSources()));
        }
        if (!filter.designs().isEmpty()) {
            words.add("only "
                    + String.join(
                            ", ",
                            new TreeSet<>(filter.designs())
                                    .stream().map(DesignLevel.Kind::words).toList()));
        }
        if (!filter.excludedStandings().isEmpty()) {
            words.add("not retracted, not superseded");
        }
        if (!filter.excludedPeerReview().isEmpty()) {
            words.add("no preprints");
        }
        return words;
    }

    private static String titles(List<SourceList> lists) {
        return lists.stream().map(list -> "“" + list.title() + "”").collect(Collectors.joining(", "));
    }
}
