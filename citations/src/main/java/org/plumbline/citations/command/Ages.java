package org.plumbline.citations.command;

import java.time.Duration;

/// Spans of time as people say them: two units, the greater first.
public final class Ages {

    private Ages() {}

    /// The span, such as `2 d 3 h`.
    public static String words(long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        if (span.toDays() > 0) {
            return two(span.toDays(), "d", span.toHoursPart(), "h");
        }
        if (span.toHours() > 0) {
            return two(span.toHours(), "h", span.toMinutesPart(), "min");
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " min" : seconds + " s";
    }

    private static String two(long great, String greatUnit, int small, String smallUnit) {
        String words = great + " " + greatUnit;
        return small == 0 ? words : words + " " + small + " " + smallUnit;
    }
}
