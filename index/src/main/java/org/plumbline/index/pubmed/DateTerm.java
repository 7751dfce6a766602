package org.plumbline.index.pubmed;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.PublicationDate;

/// Reads dates as PubMed writes them: `2010`, `2010/3`, `2010/03/15`.
final class DateTerm {

    private static final Pattern DATE = Pattern.compile("([1-9][0-9]{3})(?:[/-]([0-9]{1,2}))?(?:[/-]([0-9]{1,2}))?");

    private DateTerm() {}

    static PublicationDate parse(String text, Source source, int at) {
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
        throw source.refusal(
                at,
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
