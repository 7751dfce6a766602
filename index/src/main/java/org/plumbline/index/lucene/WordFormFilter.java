package org.plumbline.index.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/// Gives each word the form in which it is compared, see [WordForm]; a stop word is taken out and leaves a hole. The
/// A of vitamin A, group A, hepatitis A is none.
/// Forms are remembered: most words of a text have been seen before.
final class WordFormFilter extends TokenFilter {

    private static final int MOST_REMEMBERED = 1 << 15;

    /// Words that a capital letter behind them makes a name of.
    private static final CharArraySet NAMED_BY_LETTER = new CharArraySet(
            List.of(
                    "vitamin",
                    "vitamins",
                    "hepatitis",
                    "influenza",
                    "group",
                    "groups",
                    "type",
                    "types",
                    "serogroup",
                    "haemophilia",
                    "hemophilia",
                    "coenzyme",
                    "immunoglobulin",
                    "toxin",
                    "protein",
                    "lipoprotein",
                    "apolipoprotein",
                    "cyclosporin",
                    "cyclosporine"),
            true);

    private static final int NOWHERE = -2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final CharArrayMap<String> remembered = new CharArrayMap<>(1_000, false);
    private final WordForm forms = new WordForm();

    /// Where such a word ended, if it was the last one.
    private int namingEnd = NOWHERE;

    WordFormFilter(TokenStream words) {
        super(words);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        namingEnd = NOWHERE;
    }

    @Override
    public boolean incrementToken() throws IOException {
        int skipped = 0;
        while (input.incrementToken()) {
            String form = isName() ? "a" : form();
            namingEnd = NAMED_BY_LETTER.contains(term.buffer(), 0, term.length()) ? offset.endOffset() : NOWHERE;
            if (!form.isEmpty()) {
                term.setEmpty().append(form);
                step.setPositionIncrement(step.getPositionIncrement() + skipped);
                return true;
            }
            skipped += step.getPositionIncrement();
        }
        return false;
    }

    /// Whether it is the letter of vitamin A and not an article.
    private boolean isName() {
        return term.length() == 1 && term.charAt(0) == 'A' && offset.startOffset() == namingEnd + 1;
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
