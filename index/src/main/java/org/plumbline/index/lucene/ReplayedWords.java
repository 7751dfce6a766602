package org.plumbline.index.lucene;

import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Words that were analysed, as a stream for the index; they are asked for when they are indexed. Words come by
/// position.
public final class ReplayedWords extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Supplier<List<EnglishWords.Word>> analysis;
    private List<EnglishWords.Word> words = List.of();
    private int next;
    private int position = -1;

    public ReplayedWords(Supplier<List<EnglishWords.Word>> analysis) {
        this.analysis = analysis;
    }

    @Override
    public void reset() {
        words = analysis.get();
        next = 0;
        position = -1;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next == words.size()) {
            return false;
        }
        EnglishWords.Word word = words.get(next);
        term.append(word.word());
        offset.setOffset(word.start(), word.end());
        step.setPositionIncrement(word.position() - position);
        position = word.position();
        next++;
        return true;
    }
}
