package org.plumbline.citations.design;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;

/// An article's title and abstract, of which its design, its subjects and their ages are read: scanned and cut into
/// sentences once, when that is first asked for. For one thread at a time.
public final class TitleAndAbstract {

    private final ScannedText title;
    private final ScannedText abstractWords;
    private final ScannedText whole;
    private @Nullable List<ScannedText> sentences;
    private @Nullable Set<String> animals;
    private @Nullable Set<String> enrolled;
    private @Nullable Set<String> laboratory;

    /// @param abstractWords empty where there is none
    public TitleAndAbstract(String title, String abstractWords) {
        this.title = ScannedText.of(title);
        this.abstractWords = ScannedText.of(abstractWords);
        this.whole = ScannedText.of(title + ". " + abstractWords);
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
        Set<String> found = animals;
        if (found == null) {
            found = LaboratoryWords.ANIMALS.found(whole);
            animals = found;
        }
        return found;
    }

    /// Words for people who were enrolled, in lower case.
    Set<String> enrolled() {
        Set<String> found = enrolled;
        if (found == null) {
            found = LaboratoryWords.PEOPLE.found(whole);
            enrolled = found;
        }
        return found;
    }

    /// Words for animals, cells and molecules, in lower case.
    Set<String> laboratory() {
        Set<String> found = laboratory;
        if (found == null) {
            found = LaboratoryWords.named(whole);
            laboratory = found;
        }
        return found;
    }

    /// Those of the abstract.
    List<ScannedText> sentences() {
        List<ScannedText> cut = sentences;
        if (cut == null) {
            String words = abstractWords.words();
            cut = Sentences.in(words, List.of()).stream()
                    .map((Span span) -> ScannedText.of(span.of(words)))
                    .toList();
            sentences = cut;
        }
        return cut;
    }
}
