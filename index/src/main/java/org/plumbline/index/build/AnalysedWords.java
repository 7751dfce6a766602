package org.plumbline.index.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/// Words that are indexed with every passage of an article, such as its title: analysed once, when they are first
/// asked for, then replayed. What is indexed is the same.
final class AnalysedWords {

    private record Token(BytesRef word, int step, int start, int end) {}

    private final Analyzer analyzer;
    private final String field;
    private final String words;
    private final List<Token> tokens = new ArrayList<>();
    private boolean analysed;
    private int stepAtEnd;
    private int end;

    /// @param field whose analysis it is
    AnalysedWords(Analyzer analyzer, String field, String words) {
        this.analyzer = analyzer;
        this.field = field;
        this.words = words;
    }

    private void analyse() {
        analysed = true;
        try (TokenStream stream = analyzer.tokenStream(field, words)) {
            TermToBytesRefAttribute word = stream.getAttribute(TermToBytesRefAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(
                        BytesRef.deepCopyOf(word.getBytesRef()),
                        step.getPositionIncrement(),
                        offset.startOffset(),
                        offset.endOffset()));
            }
            stream.end();
            stepAtEnd = step.getPositionIncrement();
            end = offset.endOffset();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }

    /// The words once more, for one field of one document.
    TokenStream replay() {
        return new Replay();
    }

    private final class Replay extends TokenStream {

        private final BytesTermAttribute word = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private int next;

        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            Token token = tokens.get(next);
            next++;
            word.setBytesRef(token.word());
            step.setPositionIncrement(token.step());
            offset.setOffset(token.start(), token.end());
            return true;
        }

        @Override
        public void reset() {
            next = 0;
            if (!analysed) {
                analyse();
            }
        }

        @Override
        public void end() throws IOException {
            super.end();
            step.setPositionIncrement(stepAtEnd);
            offset.setOffset(end, end);
        }
    }
}
