package org.plumbline.ingest.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.fetch.SourceSettings;

/// How fresh each source shall be: the keys `target` in the section `sources` of `plumbline.yaml`.
///
/// @param bySource how long after its last success a source counts as late
record Targets(Map<Source, Duration> bySource) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    Targets {
        bySource = Map.copyOf(bySource);
    }

    /// The targets of a home.
    ///
    /// @throws WrongInputException where the section names an unknown source or key, or a target is no duration
    static Targets of(Path home) {
        Map<Source, Duration> targets = new EnumMap<>(Source.class);
        SourceSettings.all(home).forEach((source, settings) -> {
            if (!settings.target().isEmpty()) {
                String where = home.resolve("plumbline.yaml") + ": sources: " + source.word();
                targets.put(source, parse(settings.target(), where));
            }
        });
        return new Targets(targets);
    }

    Optional<Duration> find(Source source) {
        return Optional.ofNullable(bySource.get(source));
    }

    private static Duration parse(String target, String where) {
        try {
            Duration parsed = Duration.parse(target);
            if (parsed.compareTo(SHORTEST) >= 0) {
                return parsed;
            }
            throw new WrongInputException(where + ": target " + target + ": shorter than a minute");
        } catch (DateTimeParseException e) {
            throw new WrongInputException(
                    where + ": target " + target
                            + ": expected a duration such as P2D (two days) or PT12H (twelve hours)",
                    e);
        }
    }
}
