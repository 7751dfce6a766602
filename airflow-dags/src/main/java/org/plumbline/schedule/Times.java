package org.plumbline.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.command.Ages;

/// Moments as people at this machine read them: in its zone, with how long ago that was.
///
/// @param clock says what is now, and in which zone
record Times(Clock clock) {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    static final String NONE = "–";

    static Times here() {
        return new Times(Clock.system(ZoneId.systemDefault()));
    }

    /// Such as `2026-11-23 04:10 (3 h 2 min ago)`, or `(in 5 min)`.
    String words(@Nullable Instant moment) {
        if (moment == null) {
            return NONE;
        }
        long seconds = Duration.between(moment, clock.instant()).toSeconds();
        String age = seconds >= 0 ? Ages.words(seconds) + " ago" : "in " + Ages.words(-seconds);
        return SHOWN.format(moment.atZone(clock.getZone())) + " (" + age + ")";
    }

    /// ISO 8601, whole days as days: `P2D`, where Java would say `PT48H`.
    static String iso(Duration span) {
        return span.equals(Duration.ofDays(span.toDays())) ? "P" + span.toDays() + "D" : span.toString();
    }

    /// How long something took, or takes until now.
    String span(@Nullable Instant start, @Nullable Instant end) {
        if (start == null) {
            return NONE;
        }
        return Ages.words(Math.max(
                0, Duration.between(start, end == null ? clock.instant() : end).toSeconds()));
    }
}
