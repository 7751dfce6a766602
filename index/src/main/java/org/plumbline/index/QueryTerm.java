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

    /// A compound (`IL-6`): the parts written as one (`il6`), and the parts.
    record Compound(String whole, List<String> parts) implements QueryTerm {

        public Compound {
            parts = List.copyOf(parts);
        }
    }

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
            List<EnglishWords.Word> words = EnglishWords.of(entry);
            List<QueryTerm> its = Phrases.isPhrase(entry) ? sideBySide(words) : free(words);
            its.forEach(term -> terms.merge(term, 1, Integer::sum));
        }
        return terms;
    }

    /// The words as one term; none where analysis leaves none.
    static List<QueryTerm> sideBySide(List<EnglishWords.Word> words) {
        List<QueryTerm> free = free(words);
        return switch (free.size()) {
            case 0 -> List.of();
            case 1 -> List.of(asWritten(free.getFirst()));
            default -> List.of(phrase(words));
        };
    }

    private static QueryTerm asWritten(QueryTerm term) {
        return switch (term) {
            case Compound(String whole, List<String> _) -> new Word(whole);
            case Word word -> word;
            case Phrase phrase -> phrase;
        };
    }

    private static Phrase phrase(List<EnglishWords.Word> words) {
        List<EnglishWords.Word> parts = words.stream()
                .filter(word -> words.stream().noneMatch(other -> isPartOf(other, word)))
                .toList();
        int first = parts.getFirst().position();
        return new Phrase(
                parts.stream().map(EnglishWords.Word::word).toList(),
                parts.stream().map(word -> word.position() - first).toList());
    }

    private static boolean isPartOf(EnglishWords.Word part, EnglishWords.Word whole) {
        return !part.equals(whole) && part.start() >= whole.start() && part.end() <= whole.end();
    }

    private static List<QueryTerm> free(List<EnglishWords.Word> words) {
        List<QueryTerm> terms = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            int first = next;
            EnglishWords.Word whole = words.get(first);
            while (next < words.size() && words.get(next).start() < whole.end()) {
                whole = words.get(next).end() > whole.end() ? words.get(next) : whole;
                next++;
            }
            terms.add(term(words.subList(first, next), whole));
        }
        return terms;
    }

    private static QueryTerm term(List<EnglishWords.Word> words, EnglishWords.Word whole) {
        List<String> parts = words.stream()
                .filter(word -> !word.equals(whole))
                .map(EnglishWords.Word::word)
                .toList();
        return parts.isEmpty() ? new Word(whole.word()) : new Compound(whole.word(), parts);
    }
}
