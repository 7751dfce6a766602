package org.plumbline.ingest.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation;

/// Reads when a notice appeared out of NLM's short citation of it: "Lancet. 2010 Feb 6;375(9713):445".
public final class NoticeDates {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final Pattern DATE = Pattern.compile(
            "\\. ((?:19|20)\\d{2})(?: (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(-\\w+)?(?: (\\d{1,2})(?!\\d))?)?"
                    + "(?=[ ;:.,-]|$)");

    private NoticeDates() {}

    /// The date behind the journal; of a span of months or days only what both ends share.
    static Optional<PublicationDate> find(String citation) {
        Matcher matcher = DATE.matcher(citation);
        if (!matcher.find()) {
            return Optional.empty();
        }
        boolean spans = matcher.group(2) == null || matcher.group(3) != null;
        int month = spans ? 0 : MONTHS.indexOf(matcher.group(2)) + 1;
        int day = month == 0 || matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        boolean daysSpan = matcher.end() < citation.length() && citation.charAt(matcher.end()) == '-';
        return Optional.of(
                new PublicationDate(Integer.parseInt(matcher.group(1)), month, daysSpan || day > 31 ? 0 : day));
    }

    /// A relation, dated by its citation where it points from a publication to its notice: then that is when it
    /// happened.
    public static Relation dated(Relation.Kind kind, ArticleIds other, String citation) {
        return new Relation(
                kind, other, citation, isToNotice(kind) ? find(citation).orElse(null) : null);
    }

    private static boolean isToNotice(Relation.Kind kind) {
        return switch (kind) {
            case RETRACTION_IN,
                    PARTIAL_RETRACTION_IN,
                    EXPRESSION_OF_CONCERN_IN,
                    ERRATUM_IN,
                    CORRECTED_AND_REPUBLISHED_IN,
                    RETRACTED_AND_REPUBLISHED_IN,
                    REINSTATEMENT_IN,
                    UPDATE_IN -> true;
            default -> false;
        };
    }
}
