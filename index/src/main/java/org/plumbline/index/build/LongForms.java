package org.plumbline.index.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.text.ShortForms;
import org.plumbline.index.lucene.EnglishWords;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.lucene.ReplayedWords;

/// What the abbreviations of an article stand for, by its own definitions; one that it defines in two ways stands
/// for nothing. Where a passage uses a short form without its long form, the long form's words are found at the
/// first place of the short form: at its position, so that they make the passage no longer.
final class LongForms {

    private final Map<String, String> longForms = new HashMap<>();

    private LongForms() {}

    static LongForms of(List<Text> texts) {
        LongForms all = new LongForms();
        Set<String> ambiguous = new HashSet<>();
        for (Text text : texts) {
            for (Section section : text.sections()) {
                ShortForms.in(section.content()).forEach(one -> all.add(one, ambiguous));
            }
        }
        all.longForms.keySet().removeAll(ambiguous);
        return all;
    }

    private void add(ShortForms.Definition one, Set<String> ambiguous) {
        String known = longForms.putIfAbsent(one.shortForm(), one.longForm());
        if (known != null && !words(known).equals(words(one.longForm()))) {
            ambiguous.add(one.shortForm());
        }
    }

    /// The field of a passage's words.
    Field field(String words) {
        Map<String, String> used = new HashMap<>(longForms);
        used.keySet().removeIf(shortForm -> !words.contains(shortForm));
        if (used.isEmpty()) {
            return new TextField(Fields.WORDS, words, Field.Store.NO);
        }
        return new TextField(Fields.WORDS, new ReplayedWords(() -> withLongForms(words, used)));
    }

    private static List<EnglishWords.Word> withLongForms(String words, Map<String, String> used) {
        List<EnglishWords.Word> own = EnglishWords.of(words);
        Set<String> known = new HashSet<>();
        own.forEach(word -> known.add(word.word()));
        List<EnglishWords.Word> more = new ArrayList<>();
        for (EnglishWords.Word word : own) {
            more.add(word);
            Optional.ofNullable(used.get(words.substring(word.start(), word.end())))
                    .ifPresent(longForm -> addMissing(longForm, word, more, known));
        }
        return more;
    }

    /// The words of the long form that the passage does not have yet.
    private static void addMissing(
            String longForm, EnglishWords.Word at, List<EnglishWords.Word> more, Set<String> known) {
        for (String word : words(longForm)) {
            if (known.add(word)) {
                more.add(new EnglishWords.Word(word, at.position(), at.start(), at.end()));
            }
        }
    }

    private static List<String> words(String text) {
        return EnglishWords.of(text).stream().map(EnglishWords.Word::word).toList();
    }
}
