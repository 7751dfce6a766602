package org.plumbline.ingest.jats;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.PublicationDate;
import org.plumbline.ingest.jats.tree.Element;

/// Reads when an article was first published: the earliest of its electronic, print and issue (collection) dates.
/// The dates of its release in PMC, of its manuscript and of its preprint are none of its publication. A date
/// without month or day counts as the end of its year or month, so that 2004 does not come before 29 November 2004.
final class PublicationDates {

    private static final List<String> NOT_OF_PUBLICATION = List.of(
            "pmc-release",
            "nihms-submitted",
            "epreprint",
            "preprint",
            "received",
            "accepted",
            "rev-recd",
            "corrected",
            "retracted",
            "resubmitted");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern ISO_8601 = Pattern.compile("([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

    private PublicationDates() {}

    static Optional<PublicationDate> findEarliest(Element meta) {
        return meta.elements("pub-date")
                .filter(date -> !NOT_OF_PUBLICATION.contains(date.attribute("pub-type"))
                        && !NOT_OF_PUBLICATION.contains(date.attribute("date-type")))
                .flatMap(date -> findDate(date).stream())
                .min(Comparator.comparing(PublicationDates::latest));
    }

    private static Optional<PublicationDate> findDate(Element date) {
        String iso = date.attribute("iso-8601-date");
        String year = date.wordsOf("year");
        Matcher fields = ISO_8601.matcher(iso);
        if (year.isEmpty() && fields.matches()) {
            return dateOf(fields.group(1), orEmpty(fields.group(2)), orEmpty(fields.group(3)));
        }
        return dateOf(year, date.wordsOf("month"), date.wordsOf("day"));
    }

    private static Optional<PublicationDate> dateOf(String year, String month, String day) {
        if (!year.matches("[12][0-9]{3}")) {
            return Optional.empty();
        }
        int monthNumber = monthOf(month);
        int dayNumber = monthNumber == 0 ? 0 : numberUpTo(31, day);
        return Optional.of(new PublicationDate(Integer.parseInt(year), monthNumber, dayNumber));
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static int monthOf(String month) {
        String folded = month.toLowerCase(Locale.ROOT);
        int named = folded.length() < 3 ? -1 : MONTHS.indexOf(folded.substring(0, 3));
        return named >= 0 ? named + 1 : numberUpTo(12, month);
    }

    private static int numberUpTo(int most, String digits) {
        int number = digits.matches("[0-9]{1,2}") ? Integer.parseInt(digits) : 0;
        return number <= most ? number : 0;
    }

    private static int latest(PublicationDate date) {
        int month = date.month() == 0 ? 12 : date.month();
        int day = date.day() == 0 ? 31 : date.day();
        return (date.year() * 100 + month) * 100 + day;
    }
}
