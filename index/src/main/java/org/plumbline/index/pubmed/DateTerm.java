package org.plumbline.index.pubmed;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.PublicationDate;
import org.plumbline.index.pubmed.Expression.Published;

/// Reads dates as PubMed writes them, `2010`, `2010/3`, `2010/03/15`, and ranges of them, `2010:2020`.
final class DateTerm {

    private static final Pattern DATE = Pattern.compile("([1-9][0-9]{3})(?:[/-]([0-9]{1,2}))?(?:[/-]([0-9]{1,2}))?");

    private DateTerm() {}

    /// A date, or the range that two make.
    static Published range(TermText term) {
        String[] ends = term.written().split(":", -1);
        if (ends.length > 2) {
            throw term.source()
                    .refusal(term.start(), "\"" + term.written() + "\" is no range of two dates: write 2010:2020[dp]");
        }
        PublicationDate from = date(ends[0].strip(), term);
        PublicationDate until = ends.length == 1 ? from : date(ends[1].strip(), term);
        return range(from, until, term);
    }

    /// From the first day of one to the last day of another, which is the term's.
    static Published range(Published from, TermText until) {
        return range(from.from(), range(until).until(), until);
    }

    private static Published range(PublicationDate from, PublicationDate until, TermText term) {
        if (Published.first(from) > Published.last(until)) {
            throw term.source().refusal(term.start(), "the range ends before it begins: write the earlier date first");
        }
        return new Published(from, until);
    }

    private static PublicationDate date(String text, TermText term) {
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            int year = Integer.parseInt(date.group(1));
            int month = number(date.group(2));
            int day = number(date.group(3));
            if (isInCalendar(year, month, day, date)) {
                return new PublicationDate(year, month, day);
            }
        }
        String relative = text.startsWith("last ") ? " (\"last … years\" would change its meaning every day)" : "";
        throw term.source()
                .refusal(
                        term.start(),
                        "\"" + text + "\" is no date" + relative
                                + ": write 2010, 2010/03 or 2010/03/15, a range as 2010:2020[dp]");
    }

    private static boolean isInCalendar(int year, int month, int day, Matcher date) {
        if (date.group(2) == null) {
            return true;
        }
        if (month < 1 || month > 12) {
            return false;
        }
        return date.group(3) == null || YearMonth.of(year, month).isValidDay(day);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
