package org.plumbline.research.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plumbline.citations.Article;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.text.Sentences;
import org.plumbline.research.plan.Concept;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.plan.Summary;
import org.plumbline.research.plan.Words;

/// What an article is about, by its own title, abstract and keywords: a passing mention in its body does not make
/// it a study of the intervention or of the population asked about.
final class Subject {

    private static final String PURPOSE =
            "aim|objective|purpose|sought|hypothesi[sz]|investigat|evaluat|examin|compar|whether|to (assess|determine|test|study)";
    private static final Pattern AIM = Pattern.compile("(?i)\\b(" + PURPOSE + ")");
    private static final Pattern DONE = Pattern.compile(
            "(?i)\\b(" + PURPOSE
                    + "|effects? of|efficacy|randomi[sz]|assigned|allocated|receiv|treated|given|administ|versus|vs|supplement|underwent)");

    private static final Pattern MEASURED = Pattern.compile(
            "(?i)\\b((serum|plasma|blood|urinary|circulating) (levels?|concentrations?|\\w+ (levels?|concentrations?))"
                    + "|were measured|was measured|we measured)\\b");

    private final Plan plan;
    private final List<String> summary;
    private final List<String> people;
    private final List<String> done;

    private Subject(Plan plan, List<String> summary, List<String> people, List<String> done) {
        this.plan = plan;
        this.summary = summary;
        this.people = people;
        this.done = done;
    }

    static Subject of(Article article, List<Text> texts, Plan plan) {
        StringBuilder title = new StringBuilder(article.bibliography().title());
        title.append(" . ").append(article.bibliography().originalTitle());
        StringBuilder people = new StringBuilder(title);
        article.keywords().forEach(keyword -> people.append(" . ").append(keyword));
        article.mesh().forEach(term -> people.append(" . ").append(term.name()));
        StringBuilder done = new StringBuilder(title);
        for (Text text : texts) {
            for (Section section : text.sections()) {
                if (section.part() == Part.TITLE) {
                    people.append(" . ").append(section.content());
                }
                if (section.part() == Part.ABSTRACT) {
                    boolean known = section.role() == Role.BACKGROUND;
                    people.append(" . ").append(known ? sentences(section, AIM) : section.content());
                    done.append(" . ").append(whatWasDone(section));
                }
            }
        }
        return new Subject(plan, Summary.words(article, texts), Words.in(people.toString()), Words.in(done.toString()));
    }

    /// What the study set out to do, by its abstract: aims and methods; of an abstract without parts, the sentences
    /// that tell of them. What was merely measured, or is known from elsewhere, is not what was done to people.
    private static String whatWasDone(Section section) {
        return switch (section.role()) {
            case OBJECTIVE -> section.content();
            case METHODS, OTHER -> sentences(section, DONE);
            case BACKGROUND -> sentences(section, AIM);
            case RESULTS, DISCUSSION, CONCLUSIONS, FUNDING, COMPETING_INTERESTS, REGISTRATION -> "";
        };
    }

    private static String sentences(Section section, Pattern cue) {
        return Sentences.in(section.content(), section.marks()).stream()
                .map(span -> span.of(section.content()))
                .filter(sentence -> cue.matcher(sentence).find()
                        && !MEASURED.matcher(sentence).find())
                .collect(Collectors.joining(" . "));
    }

    /// Why no sentence of the article can be about the question; empty where one may be.
    Optional<String> findGap() {
        for (Concept concept : plan.concepts()) {
            if (!isIntervention(concept) && !concept.in(people)) {
                return Optional.of("its title and abstract do not speak of “" + concept.words() + "”");
            }
        }
        return isAboutIntervention()
                ? Optional.empty()
                : Optional.of("it did not study "
                        + plan.interventions().stream().map(Concept::words).collect(Collectors.joining(" with "))
                        + ", by its title and by what its abstract says was done");
    }

    /// Whether the article is a study of what the question asks to be done to people: by its title, or by what its
    /// abstract says was done. A sentence that names it is not enough: it may tell of a blood level.
    private boolean isAboutIntervention() {
        return plan.interventions().stream()
                .allMatch(concept -> concept.in(done) || (concept.in(summary) && concept.keyIn(done)));
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
