package org.plumbline.index.lucene;

import java.util.Locale;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.util.ArrayUtil;
import org.tartarus.snowball.ext.PorterStemmer;

/// The form in which a word is compared: possessive off, lower case, accents off, one spelling ([OneSpelling]), and
/// its stem by Porter (1980) unless [Stems] knows better. A word with a digit in it is a name or a number and is not
/// stemmed. One thread at a time may ask.
final class WordForm {

    private final PorterStemmer porter = new PorterStemmer();

    /// The form of a word; empty for a stop word.
    String of(String word) {
        String lower = withoutPlural(withoutPossessive(word)).toLowerCase(Locale.ROOT);
        if (EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(lower)) {
            return "";
        }
        String spelt = Stems.singular(OneSpelling.of(folded(lower)));
        if (!Stems.mayBeStemmed(spelt)) {
            return spelt;
        }
        return Stems.find(spelt).orElseGet(() -> stem(spelt));
    }

    private String stem(String word) {
        porter.setCurrent(word);
        porter.stem();
        return porter.getCurrent();
    }

    private static String withoutPossessive(String word) {
        int length = word.length();
        boolean possessive = length > 2
                && (word.charAt(length - 1) == 's' || word.charAt(length - 1) == 'S')
                && (word.charAt(length - 2) == '\'' || word.charAt(length - 2) == '\u2019');
        return possessive ? word.substring(0, length - 2) : word;
    }

    /// `E2Fs`, `mRNAs`, `1980s`: the plural of what no rule for English words fits.
    private static String withoutPlural(String word) {
        int length = word.length();
        if (length < 3 || word.charAt(length - 1) != 's') {
            return word;
        }
        char before = word.charAt(length - 2);
        boolean plural = Character.isDigit(before)
                || (Character.isUpperCase(before) && Character.isLetterOrDigit(word.charAt(length - 3)));
        return plural ? word.substring(0, length - 1) : word;
    }

    private static String folded(String word) {
        if (word.chars().allMatch(letter -> letter < 128)) {
            return word;
        }
        char[] letters = word.toCharArray();
        char[] folded = new char[ArrayUtil.oversize(4 * letters.length, Character.BYTES)];
        int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
        return new String(folded, 0, length);
    }
}
