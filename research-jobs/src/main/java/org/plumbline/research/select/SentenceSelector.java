package org.plumbline.research.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.citations.Location;
import org.plumbline.citations.Role;
import org.plumbline.citations.Text;
import org.plumbline.research.evidence.EffectDirection;
import org.plumbline.research.evidence.Pico;
import org.plumbline.research.evidence.Statistics;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.report.Direction;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.select.Selected.Use;

/// Chooses an article's evidence sentences: results on the question that stand alone, at most [#MOST] for each
/// outcome, without repetition; harms; and the authors' conclusion.
public final class SentenceSelector {

    /// The rule in words, for the report's methods.
    public static final String RULE =
            "From the results of abstracts and full texts, sentences that speak of the outcome"
                    + " (of the intervention, where no outcome was named) were ranked by their words (BM25) and by the"
                    + " statistics that they state; of each article at most two for each outcome were taken, as they stand."
                    + " Sentences that do not stand alone (that point back, point to a table, cite others or were cut) were"
                    + " refused and are listed in rejected.jsonl. Harms are listed with those first that were more frequent"
                    + " under the intervention. Numbers of participants are as quoted or the sum of the two arms quoted."
                    + " Conclusions are the authors' own and never counted.";

    static final int MOST = 2;
    private static final int MOST_REJECTED = 40;

    private static final Pattern RESULT = Pattern.compile(
            "\\b(significant|differ(ed|ence|ences)?|similar|increas|decreas|reduc|improv|higher|lower|fewer|greater|more|less"
                    + "|longer|shorter|associated|worsen|superior|inferior|better|worse|no effect|did not|compared|versus|vs)\\w*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COMPARISON = Pattern.compile(
            "\\b(than|versus|vs|compared (with|to)|between (the )?(\\w+ ){0,2}(groups|arms)|placebo|controls?)\\b",
            Pattern.CASE_INSENSITIVE);

    /// More days free of something are fewer days with it: the sign would be that of the wrong thing.
    private static final Pattern COUNTS_GOOD_DAYS = Pattern.compile(
            "\\b(?:free (?:of|from)|days without|\\w+-free (?:days|survival|interval))\\b", Pattern.CASE_INSENSITIVE);

    /// "Changed with the one, whereas it did not change with the other", and what happened within one group, are no
    /// comparison between groups.
    private static final Pattern ONE_GROUP_OF_TWO = Pattern.compile(
            "\\b(?:whereas|while|but|although)\\b|\\bpre[- ]to[- ]post|^within\\b|\\bwithin[- ]group\\b"
                    + "|\\bwithin the [\\w-]+ (?:group|arm)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Plan plan;
    private final Pico pico;
    private final String question;
    private final OutcomeGroups groups;

    public SentenceSelector(Plan plan) {
        this.plan = plan;
        this.pico = plan.pico();
        this.question = pico.population() + " " + pico.outcome();
        this.groups = new OutcomeGroups(plan.outcomes(), question);
    }

    /// What an article says on the question.
    ///
    /// @param texts its texts, fullest first
    public Selection select(Retrieved article, List<Text> texts) {
        Subject subject = Subject.of(article.article(), texts, plan);
        Optional<String> gap = subject.findGap();
        if (gap.isPresent()) {
            return new Selection(List.of(), List.of(), gap.get());
        }
        List<Scored> sentences = Ranking.rank(plan, texts);
        List<Rejected> rejected = new ArrayList<>();
        List<Selected> selected = new ArrayList<>();
        byOutcome(sentences)
                .forEach((outcome, candidates) -> choose(article, candidates, MOST, rejected)
                        .forEach(chosen -> selected.add(result(Use.RESULT, outcome, article, chosen))));
        if (selected.isEmpty()) {
            return new Selection(List.of(), limited(rejected), gapOf(rejected));
        }
        choose(article, harms(sentences, selected), MOST, rejected)
                .forEach(chosen -> selected.add(result(Use.HARM, OutcomeGroups.HARMS, article, chosen)));
        Conclusions.find(article, texts, subject, plan).ifPresent(selected::add);
        Sizes.find(article, texts, selected).ifPresent(selected::add);
        return new Selection(selected, limited(rejected), "");
    }

    private static List<Rejected> limited(List<Rejected> rejected) {
        return rejected.stream().limit(MOST_REJECTED).toList();
    }

    private static String gapOf(List<Rejected> rejected) {
        return rejected.isEmpty()
                ? "no sentence of its results speaks of what was asked"
                : "its sentences on the question do not stand alone, such as one that "
                        + rejected.getFirst().reason();
    }

    private Map<String, List<Scored>> byOutcome(List<Scored> sentences) {
        Map<String, List<Scored>> byOutcome = new LinkedHashMap<>();
        groups.names().forEach(name -> byOutcome.put(name, new ArrayList<>()));
        for (Scored scored : sentences) {
            if (isResult(scored) && isEnough(scored)) {
                groups.find(scored.sentence().words(), scored.words())
                        .ifPresent(name -> byOutcome
                                .computeIfAbsent(name, outcome -> new ArrayList<>())
                                .add(scored));
            }
        }
        return byOutcome;
    }

    private List<Scored> harms(List<Scored> sentences, List<Selected> selected) {
        List<Location> taken = selected.stream().map(Selected::location).toList();
        List<Scored> told = sentences.stream()
                .filter(scored -> taken.contains(scored.sentence().location()))
                .toList();
        return sentences.stream()
                .filter(scored ->
                        isResult(scored) || scored.statistics().percentages().size() > 0)
                .filter(scored -> OutcomeGroups.isHarm(scored.sentence().words(), question))
                .filter(scored -> plan.outcomes().isEmpty()
                        || groups.find(scored.sentence().words(), scored.words())
                                .isEmpty())
                .filter(scored -> told.stream().noneMatch(scored::repeats))
                .toList();
    }

    private static boolean isResult(Scored scored) {
        Role role = scored.sentence().role();
        boolean figures =
                scored.figures() > 0 || !scored.statistics().percentages().isEmpty();
        return role == Role.RESULTS
                && (figures || RESULT.matcher(scored.sentence().words()).find());
    }

    /// Where no outcome was named, any sentence might be a result: only one that compares is.
    private boolean isEnough(Scored scored) {
        return !plan.outcomes().isEmpty()
                || scored.figures() > 0
                || COMPARISON.matcher(scored.sentence().words()).find();
    }

    /// The best sentences that stand alone and do not repeat one another. Of two that say the same, the one that
    /// states more figures stays.
    private static Collection<Scored> choose(
            Retrieved article, List<Scored> candidates, int most, List<Rejected> rejected) {
        List<Scored> chosen = new ArrayList<>();
        for (Scored scored : candidates) {
            Sentence sentence = scored.sentence();
            Optional<String> fault = StandingAlone.findFault(
                    sentence.words(), sentence.span(), sentence.section().marks());
            if (fault.isPresent()) {
                rejected.add(new Rejected(article.article().id(), sentence.location(), sentence.words(), fault.get()));
                continue;
            }
            Optional<Scored> twin =
                    chosen.stream().filter(other -> other.repeats(scored)).findFirst();
            if (twin.isPresent()) {
                if (scored.figures() > twin.get().figures()) {
                    chosen.set(chosen.indexOf(twin.get()), scored);
                }
            } else if (chosen.size() < most) {
                chosen.add(scored);
            }
        }
        return chosen;
    }

    private Selected result(Use use, String outcome, Retrieved article, Scored scored) {
        Statistics statistics = scored.statistics();
        String words = scored.sentence().words();
        return new Selected(
                use,
                outcome,
                article.article().id(),
                article.studyId(),
                scored.sentence().location(),
                words,
                scored.score(),
                statistics.effects(),
                statistics.intervals(),
                statistics.pValues(),
                findDirection(outcome, words, statistics).orElse(null),
                null);
    }

    private Optional<Direction> findDirection(String outcome, String words, Statistics statistics) {
        if (COUNTS_GOOD_DAYS.matcher(words).find()) {
            return Optional.empty();
        }
        Pico about = new Pico(
                pico.population(), pico.intervention(), pico.comparator(), OutcomeGroups.subject(outcome, words));
        return EffectDirection.find(words, about)
                .filter(found -> found.sign() != EffectDirection.Sign.NO_DIFFERENCE
                        || !ONE_GROUP_OF_TWO.matcher(words).find())
                .map(found -> new Direction(
                        switch (found.sign()) {
                            case INCREASE -> Direction.Sign.INCREASE;
                            case DECREASE -> Direction.Sign.DECREASE;
                            case NO_DIFFERENCE -> Direction.Sign.NO_DIFFERENCE;
                        },
                        found.confidence(),
                        found.signal()))
                .or(() -> FiguresDirection.find(words, statistics, plan.interventions(), pico.comparator()));
    }
}
