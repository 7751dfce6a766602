package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.pubmed.Expression.Word;
import org.plumbline.index.pubmed.TermText.Piece;

/// Reads a term as words: one by one, side by side, or near each other.
final class Words {

    /// Letters and digits that PubMed asks for before the star.
    private static final int SHORTEST_STEM = 4;

    /// Words that say nothing alone; they are passed over among words without a tag.
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to",
            "was", "were", "with");

    private static final Set<String> SMALL_OPERATORS = Set.of("and", "or", "not");

    /// Other databases' characters for one that may be any, or none.
    private static final Pattern WILDCARD =
            Pattern.compile("(?<=[\\p{L}\\p{N}])(\\?(?=[\\p{L}\\p{N}])|#(?=[\\p{L}\\p{N}]|$))");

    private final TermText term;
    private final Source source;

    Words(TermText term) {
        this.term = term;
        this.source = term.source();
    }

    /// The phrase in quotation marks that has no tag.
    Expression untaggedPhrase() {
        OtherLanguages.refuseInUntagged(term);
        return text(TextField.ALL, term.pieces());
    }

    /// Each word by itself, as words without a tag are looked for.
    Expression eachOfThem() {
        List<Piece> pieces = term.pieces();
        OtherLanguages.refuseInUntagged(term);
        List<Expression> words = new ArrayList<>();
        for (Piece piece : pieces) {
            refuseSmallOperator(piece, pieces);
            if (!STOP_WORDS.contains(piece.text().toLowerCase(Locale.ROOT))) {
                words.add(text(TextField.ALL, List.of(piece)));
            }
        }
        if (words.isEmpty()) {
            throw source.refusal(
                    term.start(), "\"" + term.written() + "\" says nothing alone: write what is looked for");
        }
        return words.size() == 1 ? words.getFirst() : new Expression.And(words);
    }

    /// Its words side by side.
    Expression phrase(TextField field) {
        if (!term.quoted()) {
            OtherLanguages.refuseIn(term);
        }
        return text(field, term.pieces());
    }

    private void refuseSmallOperator(Piece piece, List<Piece> all) {
        if (isOperator(piece.text()) && all.size() > 1) {
            throw smallOperator(source, piece.text(), piece.start());
        }
    }

    /// Whether a word is an operator's name in whatever letters.
    static boolean isOperator(String word) {
        return SMALL_OPERATORS.contains(word.toLowerCase(Locale.ROOT));
    }

    static WrongInputException smallOperator(Source source, String word, int at) {
        return source.refusal(
                at,
                "\"" + word + "\" is no operator in small letters: write " + word.toUpperCase(Locale.ROOT)
                        + ", or the phrase in quotation marks");
    }

    private Expression text(TextField field, List<Piece> pieces) {
        List<Word> words = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.hasWords() || piece.text().contains("*")) {
                words.add(word(piece));
            }
        }
        if (words.isEmpty()) {
            throw source.refusal(term.start(), "no letter and no digit is left of it: write a word");
        }
        return new Expression.Text(field, words);
    }

    private Word word(Piece piece) {
        String written = piece.text();
        int star = written.indexOf('*');
        refuseWildcard(piece);
        if (written.equalsIgnoreCase("hasabstract")) {
            throw source.refusal(
                    piece.start(), "\"" + written + "\" cannot be answered from this index: leave the term out");
        }
        if (star < 0) {
            return new Word(written, false);
        }
        if (star < written.length() - 1) {
            throw source.refusal(
                    piece.start() + star, "a star stands at the end of a word only: write the spellings with OR");
        }
        return new Word(stem(written.substring(0, star), source, piece.start()), true);
    }

    private void refuseWildcard(Piece piece) {
        Matcher wildcard = WILDCARD.matcher(piece.text());
        if (wildcard.find()) {
            throw source.refusal(
                    piece.start() + wildcard.start(),
                    "\"" + wildcard.group() + "\" stands for nothing in PubMed: write the spellings with OR");
        }
    }

    /// What stands before a star, where it is long enough.
    static String stem(String stem, Source source, int at) {
        if (stem.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_STEM) {
            throw source.refusal(
                    at,
                    "\"" + stem + "*\" is too short: PubMed asks for " + SHORTEST_STEM + " letters before the star");
        }
        return stem;
    }

    /// Its words in any order with so many others among them at most.
    ///
    /// @param bracket where the tag stands
    Expression near(TextField field, int most, int bracket) {
        List<String> words = new ArrayList<>();
        for (Piece piece : term.pieces()) {
            refuseWildcard(piece);
            if (piece.text().contains("*")) {
                throw source.refusal(
                        piece.start() + piece.text().indexOf('*'),
                        "no star in a search for nearness: write the word out");
            }
            if (piece.hasWords()) {
                words.add(piece.text());
            }
        }
        if (!term.quoted() || words.size() < 2) {
            throw source.refusal(
                    bracket, "nearness is asked of two words or more in quotation marks: \"hip pain\"[tiab:~2]");
        }
        return new Expression.Near(field, words, most);
    }
}
