package org.plumbline.citations.design;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.citations.Term;

/// In whom an article's findings were made, with the signal that decided it.
///
/// @param signal what decided, in words a reader can check: `MeSH "Humans"`, or `title: "rats"`; "no signal" for
///     UNKNOWN
public record Subjects(Kind kind, String signal) {

    /// People, animals, or neither.
    public enum Kind {
        HUMANS("humans"),
        HUMANS_AND_ANIMALS("humans and animals"),
        ANIMALS("animals"),
        LABORATORY("cells and molecules"),
        UNKNOWN("not stated");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Where nothing says.
    public static final Subjects NOT_KNOWN = new Subjects(Kind.UNKNOWN, "no signal");

    private static final String HUMAN_TAG = "D006801";
    private static final String ANIMAL_TAG = "D000818";

    private static final CuePattern PEOPLE_NAMED =
            CuePattern.of("\\b(?:patients?|participants?|volunteers?|wom[ae]n|m[ae]n|"
                    + "children|adults?|infants?|neonates?|adolescents?|parents|students|people|persons?|individuals|veterans|"
                    + "residents|elderly|boys?|girls?|smokers|inpatients|outpatients|survivors|users|shoppers|therapy|treatment of|"
                    + "clinical(?:ly)?|disease in man|healthy subjects|normal subjects)\\b");
    private static final int MANY = 2;
    private static final int LABORATORY_WORDS = 2;

    /// What check tags say, else the words of title and abstract.
    public static Subjects of(List<Term> headings, TitleAndAbstract article) {
        return ofTags(headings).orElseGet(() -> ofWords(article));
    }

    static Optional<Subjects> ofTags(List<Term> headings) {
        boolean humans = has(headings, HUMAN_TAG, "humans");
        boolean animals = has(headings, ANIMAL_TAG, "animals");
        if (humans && animals) {
            return Optional.of(new Subjects(Kind.HUMANS_AND_ANIMALS, "MeSH \"Humans\", \"Animals\""));
        }
        if (humans) {
            return Optional.of(new Subjects(Kind.HUMANS, "MeSH \"Humans\""));
        }
        return animals ? Optional.of(new Subjects(Kind.ANIMALS, "MeSH \"Animals\"")) : Optional.empty();
    }

    /// By identifier; by name where the source gives none.
    static boolean has(List<Term> headings, String id, String name) {
        for (Term heading : headings) {
            if (heading.id().isEmpty()
                    ? heading.name().toLowerCase(Locale.ROOT).equals(name)
                    : heading.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static Subjects ofWords(TitleAndAbstract article) {
        Set<String> animals = article.animals();
        Set<String> inTitle = animals.isEmpty() ? Set.of() : LaboratoryWords.ANIMALS.found(article.title());
        Set<String> enrolled = article.enrolled();
        if (!inTitle.isEmpty() && enrolled.isEmpty()) {
            Kind kind = LaboratoryWords.namesPeople(article.title().words()) ? Kind.HUMANS_AND_ANIMALS : Kind.ANIMALS;
            return new Subjects(kind, "title: " + quoted(inTitle));
        }
        if (!enrolled.isEmpty()) {
            return animals.size() >= MANY
                    ? new Subjects(Kind.HUMANS_AND_ANIMALS, "words: " + quoted(enrolled) + ", " + quoted(animals))
                    : new Subjects(Kind.HUMANS, "words: " + quoted(enrolled));
        }
        Set<String> people = PEOPLE_NAMED.found(article.whole());
        if (!animals.isEmpty() && animals.size() >= people.size()) {
            return new Subjects(Kind.ANIMALS, "words: " + quoted(animals));
        }
        Set<String> laboratory = article.laboratory();
        if (laboratory.size() > LABORATORY_WORDS + people.size()) {
            return new Subjects(Kind.LABORATORY, "words: " + quoted(laboratory) + ", no participants");
        }
        return people.isEmpty() ? NOT_KNOWN : new Subjects(Kind.HUMANS, "words: " + quoted(people));
    }

    private static String quoted(Set<String> words) {
        return "\"" + String.join("\", \"", words.stream().sorted().limit(3).toList()) + "\"";
    }
}
