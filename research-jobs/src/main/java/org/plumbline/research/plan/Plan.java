package org.plumbline.research.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.index.Mode;
import org.plumbline.index.Query;
import org.plumbline.research.evidence.Pico;
import org.plumbline.research.report.Asked;

/// What a job will look for, and where: `plan.json`.
///
/// @param snapshotId the snapshot that the job is pinned to
/// @param corpusVersion the corpus version of that snapshot, and so of the events that standings are as of
/// @param parts the question's parts, and who named them
/// @param concepts what an article must speak of, from the question's parts
/// @param outcomes the outcomes asked about; empty where the question names none
/// @param ranking how what a search finds is put in order
/// @param searches what is searched for, in this order; empty where the question names nothing
/// @param unknownWords words of the question that no article of the snapshot has
public record Plan(
        int format,
        String snapshotId,
        long corpusVersion,
        List<Asked.Part> parts,
        List<Concept> concepts,
        List<Concept> outcomes,
        Mode ranking,
        List<Search> searches,
        List<String> unknownWords) {

    /// One search for one sub-question.
    ///
    /// @param asks the sub-question in plain English
    /// @param queryWords the query in words
    /// @param articles how many articles match query and filter, exactly
    /// @param withIneligible how many there would be with retracted and superseded articles and preprints
    public record Search(
            Aim aim,
            String asks,
            Query query,
            String queryWords,
            String filterWords,
            long articles,
            long withIneligible) {}

    /// What a search is for.
    public enum Aim {
        /// The question itself.
        MAIN,
        /// One of several outcomes.
        OUTCOME,
        HARMS,
        /// Systematic reviews and meta-analyses on the question.
        REVIEWS,
        /// The question as it was asked, by its meaning: see [Closest].
        CLOSE,
        /// Part of the question only: where to look, never evidence.
        NEAR
    }

    public static final int FORMAT = 2;

    public Plan {
        parts = List.copyOf(parts);
        concepts = List.copyOf(concepts);
        outcomes = List.copyOf(outcomes);
        ranking = ranking == null ? Mode.BM25 : ranking;
        searches = List.copyOf(searches);
        unknownWords = List.copyOf(unknownWords);
    }

    /// The same with one search more, before those that look for near misses.
    Plan with(Search search) {
        List<Search> all = new ArrayList<>(searches);
        long evidence = searches.stream().filter(each -> each.aim() != Aim.NEAR).count();
        all.add((int) evidence, search);
        return new Plan(format, snapshotId, corpusVersion, parts, concepts, outcomes, ranking, all, unknownWords);
    }

    /// The concepts that say what was done to people, else (where the question's parts could not be told) all.
    public List<Concept> interventions() {
        List<Concept> interventions = concepts.stream()
                .filter(concept -> concept.name().equals("intervention"))
                .toList();
        return interventions.isEmpty() ? concepts : interventions;
    }

    /// How many articles of each search are looked at, best first.
    public static final int SCREENED = 200;

    /// Whether everything that matches is looked at. Where it is not, only what the main search matches is: then
    /// the number of articles that matched is known either way.
    @JsonIgnore
    public boolean isScreenedWhole() {
        return searches.stream()
                .filter(search -> search.aim() != Aim.NEAR)
                .allMatch(search -> search.withIneligible() <= SCREENED);
    }

    /// What an article must speak of to be about the question, each by one of several concepts: those of the plan and,
    /// where they do not tell who was treated, an outcome.
    @JsonIgnore
    public List<List<Concept>> ideas() {
        List<List<Concept>> ideas = new ArrayList<>();
        concepts.forEach(concept -> ideas.add(List.of(concept)));
        if (!tellWhom(concepts) && !outcomes.isEmpty()) {
            ideas.add(outcomes);
        }
        return ideas;
    }

    /// Whether concepts tell more than what was done.
    static boolean tellWhom(List<Concept> concepts) {
        return concepts.stream().anyMatch(concept -> !concept.name().equals("intervention"));
    }

    /// The question's parts as one.
    @JsonIgnore
    public Pico pico() {
        return new Pico(part("Population"), part("Intervention"), part("Comparator"), part("Outcome"));
    }

    private String part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .map(Asked.Part::words)
                .findFirst()
                .orElse("");
    }
}
