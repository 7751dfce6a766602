package org.plumbline.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.index.lucene.EnglishWords;

/// A term of a query after analysis.
sealed interface QueryTerm {

    /// One word.
    record Word(String word) implements QueryTerm {}

    /// Words that stand side by side; positions count from the first, with holes where stop words stood.
    record Phrase(List<String> words, List<Integer> positions) implements QueryTerm {

        public Phrase {
            words = List.copyOf(words);
            positions = List.copyOf(positions);
        }
    }

    /// The terms of a group's entries and how often each was given, in order.
    static Map<QueryTerm, Integer> of(List<String> entries) {
        Map<QueryTerm, Integer> terms = new LinkedHashMap<>();
        for (String entry : entries) {
            if (Phrases.isPhrase(entry)) {
                sideBySide(EnglishWords.of(entry)).forEach(term -> terms.merge(term, 1, Integer::sum));
            } else {
                EnglishWords.of(entry).forEach(word -> terms.merge(new Word(word.word()), 1, Integer::sum));
            }
        }
        return terms;
    }

    /// The words as one term; none where analysis leaves none.
    static List<QueryTerm> sideBySide(List<EnglishWords.Word> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        if (words.size() == 1) {
            return List.of(new Word(words.getFirst().word()));
        }
        int first = words.getFirst().position();
        List<String> parts = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (EnglishWords.Word word : words) {
            parts.add(word.word());
            positions.add(word.position() - first);
        }
        return List.of(new Phrase(parts, positions));
    }
}
