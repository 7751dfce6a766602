package org.plumbline.index.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/// Gives each word the form in which it is compared, see [WordForm]; a stop word is taken out and leaves a hole.
/// Forms are remembered: most words of a text have been seen before.
final class WordFormFilter extends TokenFilter {

    private static final int MOST_REMEMBERED = 1 << 15;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final CharArrayMap<String> remembered = new CharArrayMap<>(1_000, false);
    private final WordForm forms = new WordForm();

    WordFormFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        int skipped = 0;
        while (input.incrementToken()) {
            String form = form();
            if (!form.isEmpty()) {
                term.setEmpty().append(form);
                step.setPositionIncrement(step.getPositionIncrement() + skipped);
                return true;
            }
            skipped += step.getPositionIncrement();
        }
        return false;
    }

    private String form() {
        @Nullable String known = remembered.get(term.buffer(), 0, term.length());
        if (known != null) {
            return known;
        }
        String word = term.toString();
        String form = forms.of(word);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(word, form);
        return form;
    }
}
