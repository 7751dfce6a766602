package org.plumbline.airflow.connection;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the header `Retry-After` (RFC 9110, 10.2.3): seconds, or a date.
final class RetryAfter {

    private RetryAfter() {}

    /// How long to wait from now; empty where the header is absent or says nothing that can be read.
    static Optional<Duration> find(@Nullable String header, Instant now) {
        String said = header == null ? "" : header.strip();
        if (said.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            Instant then = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
