package org.plumbline.research.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.citations.Article;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;
import org.plumbline.research.plan.Concept;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.plan.Words;

/// What an article is about, by its own title, abstract and keywords: a passing mention in its body does not make
/// it a
/// study of the intervention or of the population asked about.
final class Subject {

    private final Plan plan;
    private final List<String> title;
    private final List<String> summary;
    private final List<String> done;

    private Subject(Plan plan, List<String> title, List<String> summary, List<String> done) {
        this.plan = plan;
        this.title = title;
        this.summary = summary;
        this.done = done;
    }

    static Subject of(Article article, List<Text> texts, Plan plan) {
        StringBuilder title = new StringBuilder(article.bibliography().title());
        title.append(" . ").append(article.bibliography().originalTitle());
        StringBuilder summary = new StringBuilder(title);
        article.keywords().forEach(keyword -> summary.append(" . ").append(keyword));
        article.mesh().forEach(term -> summary.append(" . ").append(term.name()));
        StringBuilder done = new StringBuilder(summary);
        for (Text text : texts) {
            for (Section section : text.sections()) {
                if (section.part() == Part.TITLE || section.part() == Part.ABSTRACT) {
                    summary.append(" . ").append(section.content());
                }
                if (section.part() == Part.ABSTRACT) {
                    done.append(" . ").append(whatWasDone(section));
                }
            }
        }
        return new Subject(plan, Words.in(title.toString()), Words.in(summary.toString()), Words.in(done.toString()));
    }

    /// An abstract's words without its background; of an abstract without parts, without its first sentence.
    private static String whatWasDone(Section section) {
        if (section.role() == Role.BACKGROUND) {
            return "";
        }
        if (section.role() != Role.OTHER) {
            return section.content();
        }
        List<Span> sentences = Sentences.in(section.content(), section.marks());
        return sentences.size() < 2
                ? section.content()
                : section.content().substring(sentences.get(1).start());
    }

    /// Why no sentence of the article can be about the question; empty where one may be.
    Optional<String> findGap() {
        for (Concept concept : plan.concepts()) {
            if (!isIntervention(concept) && !concept.in(summary)) {
                return Optional.of("its title and abstract do not speak of " + concept.words());
            }
        }
        return Optional.empty();
    }

    /// Whether a sentence with these words is about what the question asks to be done to people: the article is a
    /// study of it, or the sentence names it.
    boolean isAboutIntervention(List<String> sentence) {
        return plan.interventions().stream()
                .allMatch(concept -> concept.in(title) || concept.in(done) || concept.in(sentence));
    }

    private boolean isIntervention(Concept concept) {
        return plan.interventions().contains(concept);
    }

    /// How many of the question's interventions a sentence names.
    int named(List<String> sentence) {
        List<Concept> named = new ArrayList<>(plan.interventions());
        named.removeIf(concept -> !concept.in(sentence));
        return named.size();
    }
}
