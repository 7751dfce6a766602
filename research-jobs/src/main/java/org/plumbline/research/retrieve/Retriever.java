package org.plumbline.research.retrieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Location;
import org.plumbline.index.Filter;
import org.plumbline.index.Hit;
import org.plumbline.index.IndexedArticle;
import org.plumbline.index.Query;
import org.plumbline.index.Snapshot;
import org.plumbline.research.plan.Closest;
import org.plumbline.research.plan.Filters;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.plan.Plan.Aim;
import org.plumbline.research.report.Excluded.Reason;
import org.plumbline.research.request.Request;
import org.plumbline.research.retrieve.Retrieved.Fate;

/// Runs a plan's searches and decides which articles are read.
///
/// Lists are fused by reciprocal rank (Cormack 2009, k = 60): scores of different queries do not compare.
public final class Retriever {

    /// How many articles are read.
    private static final int READ = 60;

    private static final int MOST_NEAR = 8;
    private static final int SEEN_NEAR = 20;
    private static final int RANK_CONSTANT = 60;

    private final Snapshot snapshot;

    public Retriever(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// What was found: the articles that are read, best first; then those left out; then, where none is read, the
    /// nearest misses.
    public List<Retrieved> retrieve(Request request, Plan plan) {
        Filter asked = Filters.asked(request);
        Filter eligible = Filters.eligible(request);
        Map<String, Found> read = new HashMap<>();
        Map<String, Found> left = new HashMap<>();
        for (Plan.Search search : plan.searches()) {
            if (search.aim() != Aim.NEAR) {
                collect(plan, search, eligible, read);
                collect(plan, search, asked, left);
            }
        }
        if (!plan.isScreenedWhole()) {
            read.values().removeIf(found -> !found.aims.contains(Aim.MAIN));
            left.values().removeIf(found -> !found.aims.contains(Aim.MAIN));
        }
        left.keySet().removeAll(read.keySet());
        List<Retrieved> all = new ArrayList<>();
        Studies studies =
                new Studies(read.values().stream().map(found -> found.article).toList());
        List<Found> ranked = read.values().stream().sorted(Found.BEST_FIRST).toList();
        List<Retrieved> excluded = new ArrayList<>();
        for (Found found : ranked) {
            var bar = Eligibility.findBar(found.article, request);
            if (bar.isPresent()) {
                excluded.add(found.excluded(bar.get()));
            } else {
                all.add(found.line(all.size() < READ ? Fate.READ : Fate.UNREAD, studies.of(found.article), null, ""));
            }
        }
        left.values().stream()
                .sorted(Found.BEST_FIRST)
                .forEach(found -> Eligibility.findBar(found.article, request)
                        .ifPresent(bar -> excluded.add(found.excluded(bar))));
        excluded.stream()
                .sorted(Comparator.comparing((Retrieved line) -> reason(line)).thenComparing(line -> -line.score()))
                .forEach(all::add);
        Set<String> seen = new HashSet<>();
        all.forEach(line -> seen.add(line.article().id()));
        all.addAll(near(plan, eligible, seen));
        all.forEach(line -> requireAsked(asked, line));
        return all;
    }

    private static Reason reason(Retrieved line) {
        Reason reason = line.reason();
        return reason == null ? Reason.NO_EVIDENCE_SENTENCE : reason;
    }

    /// The index enforces the filter; that nothing slipped through is a promise of its own.
    private static void requireAsked(Filter asked, Retrieved line) {
        if (!asked.accepts(new IndexedArticle(line.article(), line.design()))) {
            throw new IllegalStateException("the index let through what the request excludes: "
                    + line.article().id());
        }
    }

    private void collect(Plan plan, Plan.Search search, Filter filter, Map<String, Found> into) {
        int rank = 0;
        for (Hit hit : hits(plan, search, filter)) {
            rank++;
            into.computeIfAbsent(hit.article().article().id(), id -> new Found(hit.article()))
                    .add(search.aim(), rank, hit);
        }
    }

    private List<Hit> hits(Plan plan, Plan.Search search, Filter filter) {
        return switch (search.aim()) {
            case CLOSE -> new Closest(snapshot, plan.ranking()).find(search.query(), plan.ideas(), filter);
            case REVIEWS -> hits(plan, search.query(), filter.withDesigns(Filters.reviewsAmong(filter.designs())));
            case MAIN, OUTCOME, HARMS, NEAR -> hits(plan, search.query(), filter);
        };
    }

    private List<Hit> hits(Plan plan, Query query, Filter filter) {
        return snapshot.search(query, filter, plan.ranking(), Plan.SCREENED).hits();
    }

    private List<Retrieved> near(Plan plan, Filter filter, Set<String> seen) {
        List<Retrieved> near = new ArrayList<>();
        for (Plan.Search search : plan.searches()) {
            if (search.aim() != Aim.NEAR) {
                continue;
            }
            String lacks = plan.concepts().stream()
                    .filter(concept -> !search.asks().contains(concept.words()))
                    .map(concept -> "nothing was found in it on " + concept.words())
                    .findFirst()
                    .orElse("it does not answer the question");
            for (Hit hit : snapshot.search(search.query(), filter, SEEN_NEAR).hits()) {
                if (isAbout(search, plan, hit)
                        && seen.add(hit.article().article().id())) {
                    Found found = new Found(hit.article());
                    found.add(Aim.NEAR, near.size() + 1, hit);
                    near.add(found.near(lacks));
                }
            }
        }
        return near.stream().limit(MOST_NEAR).toList();
    }

    /// Near is only what is about a part of the question by its title; a passing mention is not near.
    private static boolean isAbout(Plan.Search search, Plan plan, Hit hit) {
        String title = hit.article().article().bibliography().title();
        return plan.concepts().stream()
                .anyMatch(concept -> search.asks().contains(concept.words()) && concept.in(title));
    }

    /// An article on its way through the searches.
    private static final class Found {

        static final Comparator<Found> BEST_FIRST = Comparator.comparing((Found found) -> -found.score)
                .thenComparing(found -> found.article.article().id());

        final IndexedArticle article;
        private final Set<Aim> aims = new LinkedHashSet<>();
        private final Set<Location> passages = new LinkedHashSet<>();
        private double score;

        Found(IndexedArticle article) {
            this.article = article;
        }

        void add(Aim aim, int rank, Hit hit) {
            aims.add(aim);
            score += 1.0 / (RANK_CONSTANT + rank);
            hit.passages().forEach(passage -> passages.add(passage.passage().location()));
        }

        Retrieved excluded(Eligibility.Bar bar) {
            return line(Fate.EXCLUDED, article.article().id(), bar.reason(), bar.detail());
        }

        Retrieved near(String lacks) {
            return line(Fate.NEAR, article.article().id(), null, lacks);
        }

        private Retrieved line(Fate fate, String studyId, @Nullable Reason reason, String detail) {
            return new Retrieved(
                    fate,
                    article.article(),
                    article.design(),
                    List.copyOf(aims),
                    score,
                    studyId,
                    List.copyOf(passages),
                    reason,
                    detail);
        }
    }
}
