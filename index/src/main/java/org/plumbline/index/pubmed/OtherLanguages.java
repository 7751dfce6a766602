package org.plumbline.index.pubmed;

import java.util.List;
import java.util.regex.Pattern;
import org.plumbline.index.pubmed.TermText.Piece;

/// Refuses what belongs to the query languages of other databases, Ovid's and Embase's: as words it would be looked
/// for in vain.
final class OtherLanguages {

    private record Sign(Pattern pattern, String language, String example) {}

    private static final String FIELDS = "asthma[tw] or \"a b\"[tiab:~3]";
    private static final String HEADING = "\"Asthma\"[mh]";

    private static final List<Sign> OVID = List.of(
            sign(".*\\.[a-z]{2}(,[a-z]{2})*\\.|.*\\.[a-z]{2}(,[a-z]{2})+", "Ovid's", FIELDS),
            sign(".*\\.(mp|tw|ti|ab|kw|kf|hw|sh|pt|af)", "Ovid's", FIELDS),
            sign("adj[0-9]*", "Ovid's", FIELDS),
            sign("\\p{L}+\\$[0-9]*", "Ovid's", "random*[tiab]"),
            sign("(near|next)/[0-9]+", "Ovid's", FIELDS));

    /// What a word with a tag may well be.
    private static final List<Sign> WITHOUT_TAG = List.of(
            sign("(and|or)/#?[0-9].*", "Ovid's", "#5 for the line that it stands in alone"),
            sign(".*/", "Ovid's", HEADING),
            sign(".*/(exp|de|mj|br|syn)(/mj)?", "Embase's", HEADING));

    private static final Pattern EMBASE_FIELDS = Pattern.compile("(?i)(ti|ab|kw|de|tn|jt|it|la|au|ca)(,[a-z]{2})*");

    private OtherLanguages() {}

    private static Sign sign(String pattern, String language, String example) {
        return new Sign(Pattern.compile("(?i)" + pattern), language, example);
    }

    /// Refuses a phrase with a tag where one of its pieces is such.
    static void refuseIn(TermText phrase) {
        phrase.pieces().forEach(piece -> refuse(piece, OVID, phrase));
    }

    /// Refuses words without a tag where one of them is such.
    static void refuseInUntagged(TermText words) {
        List<Piece> pieces = words.pieces();
        if (!words.quoted() && pieces.size() > 1) {
            refuseCommand(pieces, words);
        }
        for (Piece piece : pieces) {
            refuse(piece, OVID, words);
            refuse(piece, WITHOUT_TAG, words);
            boolean behindColon =
                    piece.start() > words.start() && words.source().text().charAt(piece.start() - 1) == ':';
            if (behindColon && EMBASE_FIELDS.matcher(piece.text()).matches()) {
                refuse(new Piece(":" + piece.text(), piece.start() - 1), "Embase's", "asthma[tiab]", words);
            }
        }
    }

    /// `exp asthma/`, `limit 3 to english language`.
    private static void refuseCommand(List<Piece> pieces, TermText words) {
        Piece first = pieces.getFirst();
        if (first.text().equalsIgnoreCase("exp")) {
            refuse(first, "Ovid's", HEADING, words);
        }
        if (first.text().equalsIgnoreCase("limit") && pieces.get(1).text().matches("#?[0-9]+")) {
            refuse(first, "Ovid's", "#3 AND english[la]", words);
        }
    }

    private static void refuse(Piece piece, List<Sign> signs, TermText term) {
        for (Sign sign : signs) {
            if (sign.pattern().matcher(piece.text()).matches()) {
                refuse(piece, sign.language(), sign.example(), term);
            }
        }
    }

    private static void refuse(Piece piece, String language, String example, TermText term) {
        throw term.source()
                .refusal(
                        piece.start(),
                        "\"" + piece.text() + "\" is " + language + " language: write PubMed's, as in " + example);
    }
}
