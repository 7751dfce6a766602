package org.plumbline.citations.design;

import java.util.List;
import java.util.Set;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;

/// An article's title and abstract, of which its design, its subjects and their ages are read: scanned and cut into
/// sentences once, when that is first asked for. For one thread at a time.
public final class TitleAndAbstract {

    private final ScannedText title;
    private final ScannedText abstractWords;
    private final ScannedText whole;
    private final Once<List<ScannedText>> sentences;
    private final Once<Set<String>> animals;
    private final Once<Set<String>> enrolled;
    private final Once<Set<String>> laboratory;

    /// @param abstractWords empty where there is none
    public TitleAndAbstract(String title, String abstractWords) {
        this.title = ScannedText.of(title);
        this.abstractWords = ScannedText.of(abstractWords);
        ScannedText both = ScannedText.of(title + ". " + abstractWords);
        this.whole = both;
        this.sentences = new Once<>(() -> cut(abstractWords));
        this.animals = new Once<>(() -> LaboratoryWords.ANIMALS.found(both));
        this.enrolled = new Once<>(() -> LaboratoryWords.PEOPLE.found(both));
        this.laboratory = new Once<>(() -> LaboratoryWords.named(both));
    }

    private static List<ScannedText> cut(String words) {
        return Sentences.in(words, List.of()).stream()
                .map((Span span) -> ScannedText.of(span.of(words)))
                .toList();
    }

    ScannedText title() {
        return title;
    }

    ScannedText abstractWords() {
        return abstractWords;
    }

    /// Title and abstract in one.
    ScannedText whole() {
        return whole;
    }

    /// Words for animals, in lower case.
    Set<String> animals() {
        return animals.get();
    }

    /// Words for people who were enrolled, in lower case.
    Set<String> enrolled() {
        return enrolled.get();
    }

    /// Words for animals, cells and molecules, in lower case.
    Set<String> laboratory() {
        return laboratory.get();
    }

    /// Those of the abstract.
    List<ScannedText> sentences() {
        return sentences.get();
    }
}
