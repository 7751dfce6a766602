package org.plumbline.research.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.index.Filter;
import org.plumbline.index.Mode;
import org.plumbline.index.Query;
import org.plumbline.index.Query.Need;
import org.plumbline.index.Snapshot;
import org.plumbline.research.evidence.Pico;
import org.plumbline.research.evidence.QuestionReader;
import org.plumbline.research.plan.Plan.Aim;
import org.plumbline.research.report.Asked;
import org.plumbline.research.report.Asked.Origin;
import org.plumbline.research.request.Request;

/// Turns a request into a plan over one snapshot. An article must speak of the intervention and of the population
/// (of the outcome, where no population is known), or it is not about the question.
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

    private static final Pattern CIRCUMSTANCE =
            Pattern.compile("(?i)(.+?)\\s+(?:after|following|in|among|during)\\s+(?:the\\s+)?(.+)");

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
            concepts.addAll(ConceptReader.condition(outcomes));
        }
        if (concepts.isEmpty()) {
            concepts.addAll(reader.question(request.question()));
        }
        Mode ranking = snapshot.ranksByMeaning() ? Mode.HYBRID : Mode.BM25;
        List<Plan.Search> searches =
                concepts.isEmpty() ? List.of() : searches(request, pico, concepts, populations, outcomes, comparators);
        List<String> unknown = Stream.of(concepts, outcomes, comparators)
                .flatMap(List::stream)
                .flatMap(concept -> reader.unknown(concept).stream())
                .distinct()
                .toList();
        Plan plan = new Plan(
                Plan.FORMAT,
                snapshot.manifest().id(),
                snapshot.manifest().corpusVersion(),
                parts(request, pico),
                concepts,
                outcomes,
                ranking,
                searches,
                unknown);
        return searches.isEmpty() || !plan.isScreenedWhole() ? plan : plan.with(closest(request, plan));
    }

    /// Where all that matches is looked at, there may be more that matches in no single passage.
    private Plan.Search closest(Request request, Plan plan) {
        Closest closest = new Closest(snapshot, plan.ranking());
        Query query = Closest.query(request.question());
        return new Plan.Search(
                Aim.CLOSE,
                "Which of the articles closest to the question speak of all of it, in whichever passage?",
                query,
                Closest.words(plan.ideas()),
                String.join("; ", Filters.words(Filters.eligible(request))),
                closest.find(query, plan.ideas(), Filters.eligible(request)).size(),
                closest.find(query, plan.ideas(), Filters.asked(request)).size());
    }

    private static Pico pico(Request request) {
        Pico read = conditionAsPopulation(request, QuestionReader.read(request.question()));
        return new Pico(
                first(request.population(), read.population()),
                first(request.intervention(), read.intervention()),
                first(request.comparator(), read.comparator()),
                first(request.outcome(), read.outcome()));
    }

    /// What a treatment is said to be *for* is a condition: "effective for gout" asks about people with gout; and
    /// "pain after knee replacement" about people after it.
    private static Pico conditionAsPopulation(Request request, Pico read) {
        boolean open = request.outcome().isEmpty()
                && request.population().isEmpty()
                && read.population().isEmpty();
        Pattern condition =
                Pattern.compile("(?i)\\b(?:for|in|treat|treats|treating|treatment of|management of)\\s+(?:the\\s+)?"
                        + Pattern.quote(read.outcome()) + "\\b");
        Matcher circumstance = CIRCUMSTANCE.matcher(read.outcome());
        if (open && circumstance.matches()) {
            return new Pico(circumstance.group(2), read.intervention(), read.comparator(), circumstance.group(1));
        }
        boolean isCondition = open
                && !read.outcome().isEmpty()
                && condition.matcher(request.question()).find();
        return isCondition ? new Pico(eitherOf(read.outcome()), read.intervention(), read.comparator(), "") : read;
    }

    /// What is for two conditions is for people with either.
    private static String eitherOf(String conditions) {
        return conditions.replaceAll(",? and ", " or ");
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
            Pico pico,
            List<Concept> concepts,
            List<Concept> populations,
            List<Concept> outcomes,
            List<Concept> comparators) {
        Filter asked = Filters.asked(request);
        Filter eligible = Filters.eligible(request);
        List<Query.Group> required = new ArrayList<>();
        concepts.forEach(concept -> required.addAll(concept.required(1)));
        boolean whom = Plan.tellWhom(concepts);
        if (!whom && outcomes.size() == 1) {
            required.addAll(outcomes.getFirst().required(1));
        } else if (!whom && !outcomes.isEmpty()) {
            required.add(any("outcome", outcomes));
        }
        List<Query.Group> done = new ArrayList<>();
        concepts.stream()
                .filter(concept -> !populations.contains(concept))
                .forEach(concept -> done.addAll(concept.required(1)));
        List<Query.Group> who = new ArrayList<>();
        populations.forEach(population -> who.add(population.optional(0.8f)));
        List<Query.Group> wanted = new ArrayList<>();
        outcomes.forEach(outcome -> wanted.add(outcome.optional(0.8f)));
        comparators.forEach(comparator -> wanted.add(comparator.optional(0.3f)));
        String subject = subject(pico, concepts);
        List<Plan.Search> searches = new ArrayList<>();
        Query main = query(required, wanted).asking(request.question());
        searches.add(search(Aim.MAIN, "What do studies of " + subject + " report?", main, eligible, asked));
        if (outcomes.size() > 1) {
            for (Concept outcome : outcomes) {
                String asks = "What do they report on " + outcome.name() + "?";
                Query query = query(done, both(outcome.required(1), who)).asking(subject + ": " + outcome.name());
                searches.add(search(Aim.OUTCOME, asks, query, eligible, asked));
            }
        }
        Query harms = query(done, both(List.of(new Query.Group("harms", HARMS, Need.REQUIRED_ANY, 1)), who))
                .asking("adverse effects of " + subject);
        searches.add(search(Aim.HARMS, "Which harms do they report?", harms, eligible, asked));
        Set<DesignLevel.Kind> reviews = Filters.reviewsAmong(eligible.designs());
        if (!reviews.isEmpty()) {
            String asks = "What do systematic reviews and guidelines on it report?";
            searches.add(search(Aim.REVIEWS, asks, main, eligible.withDesigns(reviews), asked.withDesigns(reviews)));
        }
        searches.addAll(near(concepts, eligible, asked));
        return searches;
    }

    /// Each idea of the question alone, to name the articles that come nearest where none is eligible. Who people
    /// are by age alone is no idea of its own.
    private List<Plan.Search> near(List<Concept> concepts, Filter filter, Filter asked) {
        return concepts.stream()
                .filter(concept -> concepts.size() > 1 && !reader.isAgeGroup(concept))
                .map(concept -> search(
                        Aim.NEAR,
                        "Nearest misses: what is there on " + concept.words() + " alone?",
                        new Query(concept.required(1)),
                        filter,
                        asked))
                .toList();
    }

    private static String subject(Pico pico, List<Concept> concepts) {
        if (pico.intervention().isEmpty()) {
            return concepts.stream().map(Concept::words).collect(Collectors.joining(" and "));
        }
        return pico.intervention() + (pico.population().isEmpty() ? "" : " in " + pico.population());
    }

    private static Query.Group any(String name, List<Concept> concepts) {
        List<String> words = concepts.stream()
                .flatMap(concept -> concept.optional(1).words().stream())
                .distinct()
                .toList();
        return new Query.Group(name, words, Need.REQUIRED_ANY, 1);
    }

    private static Query query(List<Query.Group> required, List<Query.Group> more) {
        return new Query(Stream.concat(required.stream(), more.stream()).toList());
    }

    private static List<Query.Group> both(List<Query.Group> some, List<Query.Group> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private Plan.Search search(Aim aim, String asks, Query query, Filter filter, Filter asked) {
        return new Plan.Search(
                aim,
                asks,
                query,
                words(query),
                String.join("; ", Filters.words(filter)),
                snapshot.count(query, filter),
                snapshot.count(query, asked));
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
