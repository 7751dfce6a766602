package org.plumbline.index.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;

/// Cuts biomedical English into words.
///
/// A word is a run of letters and digits; an apostrophe between letters belongs to it, full stops between single
/// letters are dropped (`i.v.` is `iv`). A number keeps its decimals (`.5` and `0·5` are `0.5`) and its power
/// (`10^9`), loses its thousands' commas and parts from its unit (`5mg` is `5 mg`). What hyphens join, or a change
/// between Latin and Greek letters (`TNFα`), is cut into parts; where [Compounds] says so, the longest run of parts
/// that is also written as one follows its first part at its own position (`il`, `il6`, `6`, `induced`), so that it
/// meets both other ways of writing it. Behind a prefix there may be another (`anti`, `antiil6`, `il`, `il6`, `6`).
final class WordTokenizer extends Tokenizer {

    private static final int LONGEST = 255;
    /// Of what is written as one (`SARS-CoV-2`).
    private static final int MOST_PARTS = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    private char[] text = new char[4096];
    private int length;
    private int at;
    private int compoundStart;
    private int compoundEnd;
    /// The parts that are written as one, of which the first is out and the whole comes next; its end is 0 where
    /// there are none.
    private int wholeStart;
    private int wholeEnd;
    /// Before here no other whole begins.
    private int nextWhole;

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
        int read = input.read(text, 0, text.length);
        while (read >= 0) {
            length += read;
            if (length == text.length) {
                text = ArrayUtil.grow(text, length + 1);
            }
            read = input.read(text, length, text.length - length);
        }
        at = 0;
        compoundEnd = 0;
        wholeEnd = 0;
        nextWhole = 0;
    }

    @Override
    public boolean incrementToken() throws IOException {
        clearAttributes();
        if (wholeEnd > 0) {
            emit(wholeStart, wholeEnd, 0);
            wholeEnd = 0;
            return true;
        }
        int start = nextStart();
        if (start >= length) {
            return false;
        }
        int end = partEnd(start);
        if (start >= compoundEnd) {
            compoundStart = start;
            compoundEnd = compoundEnd(start, end);
        }
        if (end < compoundEnd && start >= nextWhole) {
            wholeStart = start;
            wholeEnd = wholeEnd(start, end);
            nextWhole = Compounds.isPrefix(text, start, end) ? 0 : wholeEnd;
        }
        at = end;
        emit(start, end, 1);
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        int last = correctOffset(length);
        offset.setOffset(last, last);
    }

    private int nextStart() {
        int here = at;
        while (here < length && !isWord(here) && !startsFraction(here)) {
            here++;
        }
        return here;
    }

    private boolean startsFraction(int here) {
        return isPoint(text[here]) && isDigit(here + 1) && !isWord(here - 1);
    }

    private int partEnd(int start) {
        int limit = Math.min(length, start + LONGEST);
        if (isDigit(start) || isPoint(text[start])) {
            int end = numberEnd(start, limit);
            int letters = lettersEnd(end, limit);
            return letters == end || UnitsOfMeasure.isUnit(text, end, letters) ? end : letters;
        }
        int dotted = dottedEnd(start, limit);
        return dotted > start ? dotted : lettersEnd(start, limit);
    }

    private int numberEnd(int start, int limit) {
        int end = start + 1;
        while (end < limit && (isDigit(end) || (isInsideNumber(end) && isDigit(end - 1) && isDigit(end + 1)))) {
            end++;
        }
        return end;
    }

    private boolean isInsideNumber(int here) {
        return text[here] == ',' || text[here] == '^' || isPoint(text[here]);
    }

    /// Behind the last letter of `i.v.`; here where no such abbreviation begins.
    private int dottedEnd(int start, int limit) {
        int end = start;
        while (end + 2 < limit && isLetter(end) && text[end + 1] == '.' && isLetter(end + 2) && !isWord(end + 3)) {
            end += 2;
        }
        return end == start ? start : end + 1;
    }

    private int lettersEnd(int start, int limit) {
        int end = start;
        while (end < limit && (isWord(end) || isInsideWord(end)) && !(end > start && scriptChanges(end))) {
            end++;
        }
        return end;
    }

    private boolean isInsideWord(int here) {
        char letter = text[here];
        boolean apostrophe = letter == '\'' || letter == '\u2019';
        return (apostrophe && isLetter(here - 1) && isLetter(here + 1)) || isUnseen(letter);
    }

    /// Micro belongs to its unit.
    private boolean scriptChanges(int here) {
        return isLetter(here)
                && isLetter(here - 1)
                && isGreek(text[here]) != isGreek(text[here - 1])
                && !UnitsOfMeasure.isMicro(text[here - 1]);
    }

    /// Where the compound ends whose first part this is; the part's own end where there is no other.
    private int compoundEnd(int start, int firstEnd) {
        int end = firstEnd;
        int next = nextPart(start, end);
        while (next > 0 && end - start < LONGEST) {
            end = partEnd(next);
            next = nextPart(start, end);
        }
        return Math.min(end, start + LONGEST);
    }

    /// Where the longest run of this part and the next ones ends that is also written as one; 0 where there is none.
    private int wholeEnd(int start, int firstEnd) {
        int whole = 0;
        int end = firstEnd;
        for (int parts = 2; parts <= MOST_PARTS && end < compoundEnd; parts++) {
            end = partEnd(nextPart(compoundStart, end));
            if (end <= compoundEnd && Compounds.areOne(text, start, firstEnd, end)) {
                whole = end;
            }
        }
        return whole;
    }

    /// Where the part begins that is joined to the one that ends here; -1 where none is.
    private int nextPart(int start, int here) {
        if (here < length && isHyphen(text[here])) {
            return isWord(here + 1) ? here + 1 : -1;
        }
        return isLetter(here) && isLetter(start) && isLetter(here - 1) ? here : -1;
    }

    private void emit(int start, int end, int positions) {
        term.setEmpty();
        if (isPoint(text[start])) {
            term.append('0');
        }
        for (int i = start; i < end; i++) {
            char letter = text[i];
            if (isPoint(letter)) {
                if (isDigit(i + 1)) {
                    term.append('.');
                }
            } else if (!isHyphen(letter) && !isUnseen(letter) && !isThousands(i)) {
                term.append(letter);
            }
        }
        offset.setOffset(correctOffset(start), correctOffset(end));
        step.setPositionIncrement(positions);
    }

    /// Whether a comma stands here that three digits and no more follow.
    private boolean isThousands(int here) {
        return text[here] == ',' && isDigit(here + 1) && isDigit(here + 2) && isDigit(here + 3) && !isDigit(here + 4);
    }

    private boolean isWord(int here) {
        if (here < 0 || here >= length) {
            return false;
        }
        char letter = text[here];
        if (letter < 128) {
            return isDigit(here) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        }
        return Character.isLetterOrDigit(letter)
                || Character.isSurrogate(letter)
                || Character.getType(letter) == Character.OTHER_NUMBER;
    }

    private boolean isLetter(int here) {
        return here >= 0 && here < length && Character.isLetter(text[here]);
    }

    private boolean isDigit(int here) {
        return here >= 0 && here < length && text[here] >= '0' && text[here] <= '9';
    }

    private static boolean isGreek(char letter) {
        return letter >= '\u0370' && letter <= '\u03ff';
    }

    private static boolean isPoint(char letter) {
        return letter == '.' || letter == '\u00b7';
    }

    /// The hyphen and its kinds, but no dash.
    static boolean isHyphen(char letter) {
        return letter == '-' || letter == '\u2010' || letter == '\u2011';
    }

    /// Soft hyphens, joiners and accents that stand on the letter before.
    private static boolean isUnseen(char letter) {
        return letter == '\u00ad'
                || (letter >= '\u200b' && letter <= '\u200d')
                || (letter >= '\u0300' && letter <= '\u036f');
    }
}
