package org.plumbline.ingest.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeSettings;

/// How fresh each source shall be: the keys `target` in the section `sources` of `plumbline.yaml`.
///
/// @param bySource how long after its last success a source counts as late
record Targets(Map<Source, Duration> bySource) {

    /// What may stand of a source; all but the target is for those who fetch it.
    private static final Set<String> KEYS = Set.of("target", "url", "batchFiles", "batchMegabytes", "licences");

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    Targets {
        bySource = Map.copyOf(bySource);
    }

    /// The targets of a home.
    ///
    /// @throws WrongInputException where the section names an unknown source or key, or a target is no duration
    static Targets of(Path home) {
        ObjectNode section = HomeSettings.read(home).section("sources", ObjectNode.class);
        Map<Source, Duration> targets = new EnumMap<>(Source.class);
        section.properties().forEach(entry -> {
            String where = home.resolve("plumbline.yaml") + ": sources: " + entry.getKey();
            Source source = named(entry.getKey(), where);
            findTarget(entry.getValue(), where).ifPresent(target -> targets.put(source, target));
        });
        return new Targets(targets);
    }

    Optional<Duration> find(Source source) {
        return Optional.ofNullable(bySource.get(source));
    }

    private static Source named(String name, String where) {
        try {
            return Source.named(name);
        } catch (WrongInputException e) {
            throw new WrongInputException(where + ": " + e.getMessage(), e);
        }
    }

    private static Optional<Duration> findTarget(JsonNode settings, String where) {
        settings.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new WrongInputException(where + ": unknown key \"" + key + "\"; known are "
                        + KEYS.stream().sorted().toList());
            }
        });
        JsonNode target = settings.path("target");
        return target.isMissingNode() || target.isNull()
                ? Optional.empty()
                : Optional.of(parse(target.asText(), where));
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
