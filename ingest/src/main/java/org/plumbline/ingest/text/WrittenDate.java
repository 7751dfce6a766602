package org.plumbline.ingest.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.PublicationDate;

/// Dates as reference managers and web pages write them: year, month and day as digits, with slashes or hyphens
/// (`2020`, `2020/3`, `2020-03-05`, `2020/03/05/`); what follows them is passed over.
public final class WrittenDate {

    private static final Pattern DATE =
            Pattern.compile("((?:1[5-9]|20)\\d\\d)(?:[/-](\\d{1,2}))?(?:[/-](\\d{1,2}))?.*");

    private WrittenDate() {}

    /// The date, as exact as it is written and can be.
    public static Optional<PublicationDate> find(String written) {
        Matcher parts = DATE.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int month = number(parts.group(2), 12);
        return Optional.of(new PublicationDate(
                Integer.parseInt(parts.group(1)), month, month == 0 ? 0 : number(parts.group(3), 31)));
    }

    private static int number(@Nullable String digits, int most) {
        int number = digits == null ? 0 : Integer.parseInt(digits);
        return number > most ? 0 : number;
    }
}
