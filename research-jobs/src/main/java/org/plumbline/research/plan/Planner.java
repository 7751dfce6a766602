package org.plumbline.research.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Query.Need;
import org.plumbline.index.Snapshot;
import org.plumbline.research.evidence.Pico;
import org.plumbline.research.evidence.QuestionReader;
import org.plumbline.research.plan.Plan.Aim;
import org.plumbline.research.report.Asked;
import org.plumbline.research.report.Asked.Origin;
import org.plumbline.research.request.Request;

/// Turns a request into a plan over one snapshot. An article must speak of the intervention and of the population (of
/// the outcome, where no population is known), or it is not about the question.
public final class Planner {

    private static final List<String> HARMS = List.of(
            "\"adverse events\"",
            "\"adverse effects\"",
            "\"side effects\"",
            "\"adverse reactions\"",
            "\"adverse drug\"",
            "safety",
            "harms",
            "tolerability",
            "toxicity",
            "complications",
            "discontinuation",
            "withdrawals");

    private final Snapshot snapshot;
    private final ConceptReader reader;

    public Planner(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.reader = new ConceptReader(snapshot::documentFrequency);
    }

    /// The plan; the same for the same request and snapshot.
    public Plan plan(Request request) {
        Pico pico = pico(request);
        List<Concept> interventions = reader.intervention(pico.intervention());
        List<Concept> populations = reader.population(pico.population());
        List<Concept> outcomes = reader.outcomes(pico.outcome());
        List<Concept> comparators = reader.comparator(pico.comparator());
        List<Concept> concepts = new ArrayList<>(interventions);
        concepts.addAll(populations);
        if (interventions.isEmpty()) {
            concepts = new ArrayList<>(reader.question(request.question()));
        }
        List<Plan.Search> searches =
                concepts.isEmpty() ? List.of() : searches(request, concepts, populations, outcomes, comparators);
        List<String> unknown = Stream.of(concepts, outcomes, comparators)
                .flatMap(List::stream)
                .flatMap(concept -> reader.unknown(concept).stream())
                .distinct()
                .toList();
        return new Plan(
                Plan.FORMAT,
                snapshot.manifest().id(),
                snapshot.manifest().corpusVersion(),
                parts(request, pico),
                concepts,
                outcomes,
                searches,
                matched(request, searches),
                unknown);
    }

    private long matched(Request request, List<Plan.Search> searches) {
        return searches.isEmpty() ? 0 : snapshot.count(searches.getFirst().query(), Filters.asked(request));
    }

    private static Pico pico(Request request) {
        Pico read = QuestionReader.read(request.question());
        return new Pico(
                first(request.population(), read.population()),
                first(request.intervention(), read.intervention()),
                first(request.comparator(), read.comparator()),
                first(request.outcome(), read.outcome()));
    }

    private static String first(String given, String read) {
        return given.isEmpty() ? read : given;
    }

    private static List<Asked.Part> parts(Request request, Pico pico) {
        return Stream.of(
                        part("Population", request.population(), pico.population()),
                        part("Intervention", request.intervention(), pico.intervention()),
                        part("Comparator", request.comparator(), pico.comparator()),
                        part("Outcome", request.outcome(), pico.outcome()))
                .filter(part -> !part.words().isEmpty())
                .toList();
    }

    private static Asked.Part part(String name, String given, String words) {
        return new Asked.Part(name, words, given.isEmpty() ? Origin.DERIVED : Origin.GIVEN);
    }

    private List<Plan.Search> searches(
            Request request,
            List<Concept> concepts,
            List<Concept> populations,
            List<Concept> outcomes,
            List<Concept> comparators) {
        Filter eligible = Filters.eligible(request);
        List<Query.Group> required = new ArrayList<>();
        concepts.forEach(concept -> required.addAll(concept.required(1)));
        if (populations.isEmpty() && !outcomes.isEmpty()) {
            required.add(any("outcome", outcomes));
        }
        List<Query.Group> wanted = new ArrayList<>();
        outcomes.forEach(outcome -> wanted.add(outcome.optional(0.8f)));
        comparators.forEach(comparator -> wanted.add(comparator.optional(0.3f)));
        String subject = concepts.stream().map(Concept::words).collect(Collectors.joining(" with "));
        List<Plan.Search> searches = new ArrayList<>();
        Query main = query(required, wanted);
        searches.add(search(Aim.MAIN, "What do studies of " + subject + " report?", main, eligible));
        if (outcomes.size() > 1) {
            for (Concept outcome : outcomes) {
                String asks = "What do they report on " + outcome.words() + "?";
                searches.add(search(Aim.OUTCOME, asks, query(required, outcome.required(1)), eligible));
            }
        }
        Query harms = query(required, List.of(new Query.Group("harms", HARMS, Need.REQUIRED_ANY, 1)));
        searches.add(
                search(Aim.HARMS, "Which harms of " + interventions(concepts) + " do they report?", harms, eligible));
        Set<DesignLevel.Kind> reviews = Filters.reviewsAmong(eligible.designs());
        if (!reviews.isEmpty()) {
            String asks = "What do systematic reviews and guidelines on it report?";
            searches.add(search(Aim.REVIEWS, asks, main, eligible.withDesigns(reviews)));
        }
        searches.addAll(near(concepts, eligible));
        return searches;
    }

    /// Each idea of the question alone, to name the articles that come nearest where none is eligible.
    private List<Plan.Search> near(List<Concept> concepts, Filter filter) {
        if (concepts.size() == 1 && concepts.getFirst().alternatives().size() == 1) {
            return List.of();
        }
        return concepts.stream()
                .map(concept -> search(
                        Aim.NEAR,
                        "Nearest misses: is there anything on " + concept.words() + " alone?",
                        new Query(concept.required(1)),
                        filter))
                .toList();
    }

    private static String interventions(List<Concept> concepts) {
        return concepts.stream()
                .filter(concept -> !concept.name().equals("population"))
                .map(Concept::words)
                .collect(Collectors.joining(" with "));
    }

    private static Query.Group any(String name, List<Concept> concepts) {
        List<String> words = concepts.stream()
                .flatMap(concept -> concept.optional(1).words().stream())
                .distinct()
                .toList();
        return new Query.Group(name, words, Need.REQUIRED_ANY, 1);
    }

    private static Query query(List<Query.Group> required, List<Query.Group> others) {
        return new Query(Stream.concat(required.stream(), others.stream()).toList());
    }

    private Plan.Search search(Aim aim, String asks, Query query, Filter filter) {
        return new Plan.Search(
                aim,
                asks,
                query,
                words(query),
                String.join("; ", Filters.words(filter)),
                snapshot.count(query, filter));
    }

    private static String words(Query query) {
        return query.groups().stream().map(Planner::words).collect(Collectors.joining(" AND "));
    }

    private static String words(Query.Group group) {
        String join = group.need() == Need.REQUIRED_ALL ? " AND " : " OR ";
        String words = "(" + String.join(join, group.words()) + ")";
        return switch (group.need()) {
            case REQUIRED_ALL, REQUIRED_ANY -> words;
            case REQUIRED_MOST -> "at least 60 % of " + words.replace(" OR ", ", ");
            case OPTIONAL -> String.format(Locale.ROOT, "(ranking only, weight %.1f: %s)", group.weight(), words);
        };
    }
}
