package org.plumbline.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Turns biomedical English into the words that are compared: cut by [WordTokenizer], brought into one form by
/// [WordForm].
public final class EnglishWords extends Analyzer {

    private static final EnglishWords SHARED = new EnglishWords();

    /// One analysed word: its position in the text (stop words leave holes) and where it stands, in UTF-16 units.
    /// A compound written as one follows its first part, at the same position and start.
    public record Word(String word, int position, int start, int end) {}

    /// The words of a text, by position.
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = SHARED.tokenStream(Fields.WORDS, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                words.add(new Word(term.toString(), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return words;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new WordTokenizer();
        return new TokenStreamComponents(tokenizer, new WordFormFilter(tokenizer));
    }

    /// Between title, heading and passage, so that no phrase reaches over.
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }
}
