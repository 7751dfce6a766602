package org.plumbline.research.select;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.citations.Role;
import org.plumbline.citations.Text;
import org.plumbline.research.evidence.Statistics;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.plan.Words;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.select.Selected.Use;

/// Finds the authors' headline: the sentence of an abstract's conclusion that says most about the question.
final class Conclusions {

    private Conclusions() {}

    static Optional<Selected> find(Retrieved article, List<Text> texts, Subject subject, Plan plan) {
        return texts.stream()
                .flatMap(text -> Sentence.in(text).stream())
                .filter(sentence -> sentence.inAbstract() && sentence.role() == Role.CONCLUSIONS)
                .filter(Conclusions::saysSomething)
                .map(sentence -> scored(sentence, subject, plan))
                .filter(scored -> scored.score() > 0)
                .min(Scored.BEST_FIRST)
                .map(scored -> new Selected(
                        Use.CONCLUSION,
                        "",
                        article.article().id(),
                        article.studyId(),
                        scored.sentence().location(),
                        scored.sentence().words(),
                        scored.score(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    private static boolean saysSomething(Sentence sentence) {
        String words = sentence.words();
        boolean wish = words.matches(
                "(?is).*\\b(further|future|additional|larger|more) (\\w+[ -]){0,4}(research|studies|study|trials?"
                        + "|investigations?)\\b.*\\b(needed|warranted|required|necessary|should)\\b.*|.*\\b(needed|warranted|required) to"
                        + " (confirm|determine|establish|clarify|evaluate)\\b.*|.*\\b(registered|registration|clinicaltrials\\.gov"
                        + "|isrctn|protocol)\\b.*");
        return !wish
                && StandingAlone.findFaultOfConclusion(
                                words, sentence.span(), sentence.section().marks())
                        .isEmpty();
    }

    /// Two for each intervention it names, two for an outcome that was asked about, one for a population.
    private static Scored scored(Sentence sentence, Subject subject, Plan plan) {
        List<String> words = Words.in(sentence.words());
        long outcomes =
                plan.outcomes().stream().filter(outcome -> outcome.in(words)).count();
        long others = Stream.of(plan.concepts())
                .flatMap(List::stream)
                .filter(concept -> concept.in(words))
                .count();
        double score = subject.named(words) + 2.0 * outcomes + others;
        return new Scored(sentence, words, Statistics.in(sentence.words()), score);
    }
}
