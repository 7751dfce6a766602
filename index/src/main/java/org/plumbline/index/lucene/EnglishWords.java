package org.plumbline.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Turns biomedical English into the words that are compared: split at white space, hyphens and punctuation
/// (Unicode UAX #29), possessives off, lower case, accents off, stop words off, British spelling and Greek letters
/// made one with American spelling and letter names, Porter's stems.
public final class EnglishWords extends Analyzer {

    private static final EnglishWords SHARED = new EnglishWords();

    /// One analysed word: its position in the text (stop words leave holes) and where it stands, in UTF-16 units.
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
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream words = new EnglishPossessiveFilter(tokenizer);
        words = new LowerCaseFilter(words);
        words = new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        words = new ASCIIFoldingFilter(words);
        words = new OneSpellingFilter(words);
        return new TokenStreamComponents(tokenizer, new PorterStemFilter(words));
    }

    /// Between title, heading and passage, so that no phrase reaches over.
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }
}
