package org.plumbline.ingest.pubmed;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.PublicationDate;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;

/// Reads NLM's dates: year, month (a number or a name) and day, or the free MedlineDate, of which the first date
/// counts: "1998 Dec-1999 Jan" is December 1998. A season is no month: "2000 Spring" is 2000.
final class PubDateParser {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern FREE =
            Pattern.compile("\\b(1[5-9]\\d{2}|20\\d{2})\\b(?:[ /]+([A-Z][a-z]{2})[a-z]*\\.?(?: (\\d{1,2})\\b)?)?");

    private PubDateParser() {}

    /// The date of the element whose start the cursor stands on.
    static Optional<PublicationDate> parse(XmlCursor cursor) throws RefusedXmlException {
        int depth = cursor.depth();
        String year = "";
        String month = "";
        String day = "";
        String free = "";
        while (cursor.nextChild(depth)) {
            switch (cursor.name()) {
                case "Year" -> year = cursor.words();
                case "Month" -> month = cursor.words();
                case "Day" -> day = cursor.words();
                case "MedlineDate" -> free = cursor.words();
                default -> {}
            }
        }
        Optional<PublicationDate> date = findDate(year, month, day);
        return date.isPresent() ? date : findFirst(free);
    }

    /// The first date in NLM's free words.
    static Optional<PublicationDate> findFirst(String free) {
        Matcher matcher = FREE.matcher(free);
        return matcher.find() ? findDate(matcher.group(1), matcher.group(2), matcher.group(3)) : Optional.empty();
    }

    private static Optional<PublicationDate> findDate(String year, String month, String day) {
        int years = Numbers.positive(year, 0);
        if (years < 1000 || years > 9999) {
            return Optional.empty();
        }
        int months = month == null ? 0 : month(month);
        int days = day == null || months == 0 ? 0 : Numbers.positive(day, 0);
        boolean exists = days > 0 && days <= YearMonth.of(years, months).lengthOfMonth();
        return Optional.of(new PublicationDate(years, months, exists ? days : 0));
    }

    private static int month(String month) {
        int number = Numbers.positive(month, 0);
        if (number > 0) {
            return number > 12 ? 0 : number;
        }
        String name = month.strip().toLowerCase(Locale.ROOT);
        return name.length() < 3 ? 0 : MONTHS.indexOf(name.substring(0, 3)) + 1;
    }
}
