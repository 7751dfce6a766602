package org.plumbline.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.citations.text.Span;
import org.plumbline.index.lucene.EnglishWords;

/// Finds the words of a query in a passage.
final class Highlights {

    private Highlights() {}

    /// The words that a term stands for, by start; words of a phrase only where the whole phrase stands.
    static List<Span> in(String words, List<QueryTerm> terms) {
        Set<String> single = new HashSet<>();
        List<QueryTerm.Phrase> phrases = new ArrayList<>();
        for (QueryTerm term : terms) {
            switch (term) {
                case QueryTerm.Word(String word) -> single.add(word);
                case QueryTerm.Compound(String whole, List<String> parts) -> {
                    single.add(whole);
                    single.addAll(parts);
                }
                case QueryTerm.Quoted(String whole, QueryTerm.Phrase parts) -> {
                    single.add(whole);
                    phrases.add(parts);
                }
                case QueryTerm.Phrase phrase -> phrases.add(phrase);
            }
        }
        Map<Integer, EnglishWords.Word> byPosition = new HashMap<>();
        TreeMap<Integer, Span> found = new TreeMap<>();
        for (EnglishWords.Word word : EnglishWords.of(words)) {
            byPosition.putIfAbsent(word.position(), word);
            if (single.contains(word.word())) {
                found.put(word.start(), new Span(word.start(), word.end()));
            }
        }
        for (QueryTerm.Phrase phrase : phrases) {
            byPosition.forEach((position, first) -> {
                EnglishWords.Word last =
                        byPosition.get(position + phrase.positions().getLast());
                if (last != null && stands(phrase, position, byPosition)) {
                    found.put(first.start(), new Span(first.start(), last.end()));
                }
            });
        }
        return apart(found);
    }

    private static boolean stands(QueryTerm.Phrase phrase, int first, Map<Integer, EnglishWords.Word> byPosition) {
        for (int i = 0; i < phrase.words().size(); i++) {
            EnglishWords.Word word = byPosition.get(first + phrase.positions().get(i));
            if (word == null || !word.word().equals(phrase.words().get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Drops what lies within or across the one before.
    private static List<Span> apart(SortedMap<Integer, Span> found) {
        List<Span> spans = new ArrayList<>();
        int end = 0;
        for (Span span : found.values()) {
            if (span.start() >= end) {
                spans.add(span);
                end = span.end();
            }
        }
        return spans;
    }
}
