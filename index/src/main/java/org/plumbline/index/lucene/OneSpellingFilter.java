package org.plumbline.index.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Gives each word one spelling, see [OneSpelling].
final class OneSpellingFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    OneSpellingFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (OneSpelling.mayDiffer(term)) {
            String word = term.toString();
            String other = OneSpelling.of(word);
            if (!other.equals(word)) {
                term.setEmpty().append(other);
            }
        }
        return true;
    }
}
