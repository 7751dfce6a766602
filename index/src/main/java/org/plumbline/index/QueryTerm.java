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

    /// A compound in quotation marks: the parts written as one, or side by side.
    record Quoted(String whole, Phrase parts) implements QueryTerm {}

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
            case 1 -> List.of(quoted(free.getFirst(), words));
            default -> List.of(phrase(words));
        };
    }

    private static QueryTerm quoted(QueryTerm term, List<EnglishWords.Word> words) {
        return term instanceof Compound(String whole, List<String> _) ? new Quoted(whole, phrase(words)) : term;
    }

    private static Phrase phrase(List<EnglishWords.Word> words) {
        List<EnglishWords.Word> parts = parts(words);
        int first = parts.getFirst().position();
        return new Phrase(
                parts.stream().map(EnglishWords.Word::word).toList(),
                parts.stream().map(word -> word.position() - first).toList());
    }

    /// The words that are not made of others.
    private static List<EnglishWords.Word> parts(List<EnglishWords.Word> words) {
        return words.stream()
                .filter(word -> words.stream().noneMatch(other -> isPartOf(other, word)))
                .toList();
    }

    private static boolean isPartOf(EnglishWords.Word part, EnglishWords.Word whole) {
        return !part.equals(whole) && part.start() >= whole.start() && part.end() <= whole.end();
    }

    /// The terms of free words and how each was written, in order.
    static Map<QueryTerm, String> typed(String entry) {
        Map<QueryTerm, String> typed = new LinkedHashMap<>();
        for (List<EnglishWords.Word> group : groups(EnglishWords.of(entry))) {
            EnglishWords.Word whole = whole(group);
            typed.putIfAbsent(term(group), entry.substring(whole.start(), whole.end()));
        }
        return typed;
    }

    private static List<QueryTerm> free(List<EnglishWords.Word> words) {
        return groups(words).stream().map(QueryTerm::term).toList();
    }

    /// A compound with its parts is one group, another word a group of its own.
    private static List<List<EnglishWords.Word>> groups(List<EnglishWords.Word> words) {
        List<List<EnglishWords.Word>> groups = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            int first = next;
            int end = words.get(first).end();
            while (next < words.size() && words.get(next).start() < end) {
                end = Math.max(end, words.get(next).end());
                next++;
            }
            groups.add(words.subList(first, next));
        }
        return groups;
    }

    private static EnglishWords.Word whole(List<EnglishWords.Word> group) {
        EnglishWords.Word whole = group.getFirst();
        for (EnglishWords.Word word : group) {
            whole = word.end() > whole.end() ? word : whole;
        }
        return whole;
    }

    private static QueryTerm term(List<EnglishWords.Word> group) {
        EnglishWords.Word whole = whole(group);
        return group.size() == 1
                ? new Word(whole.word())
                : new Compound(
                        whole.word(),
                        parts(group).stream().map(EnglishWords.Word::word).toList());
    }
}
