package org.plumbline.citations;

import java.util.Locale;

/// A date of publication: month and day are 0 where the source does not say.
public record PublicationDate(int year, int month, int day) implements Comparable<PublicationDate> {

    public PublicationDate {
        if (year < 1000 || year > 9999 || month < 0 || month > 12 || day < 0 || day > 31) {
            throw new IllegalArgumentException("date " + year + "-" + month + "-" + day);
        }
    }

    @Override
    public int compareTo(PublicationDate other) {
        return toString().compareTo(other.toString());
    }

    /// ISO 8601 as far as it is known: 2024, 2024-03 or 2024-03-18.
    @Override
    public String toString() {
        if (month == 0) {
            return String.format(Locale.ROOT, "%04d", year);
        }
        return day == 0
                ? String.format(Locale.ROOT, "%04d-%02d", year, month)
                : String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }
}
