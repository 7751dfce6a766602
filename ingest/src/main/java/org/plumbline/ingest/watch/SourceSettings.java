package org.plumbline.ingest.watch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeSettings;

/// The section `sources` of `plumbline.yaml`: how fresh each source shall be. What is not there has no target.
public record SourceSettings(
        @Nullable Target pubmed,
        @Nullable Target pmc,
        @Nullable Target jats,
        @Nullable Target document,
        @Nullable Target citation,
        @Nullable @JsonProperty("europe-pmc") Target europePmc,
        @Nullable Target crossref,
        @Nullable @JsonProperty("retraction-watch") Target retractionWatch,
        @Nullable @JsonProperty("clinical-trials") Target clinicalTrials) {

    /// One source's setting.
    ///
    /// @param target how long after its last success a source counts as late: ISO 8601, such as `P2D` or `PT12H`
    public record Target(String target) {

        public Target {
            if (target == null) {
                throw new WrongInputException("a source without a target; write, say, \"target: P2D\"");
            }
            if (parse(target).compareTo(Duration.ofMinutes(1)) < 0) {
                throw new WrongInputException("target " + target + ": shorter than a minute");
            }
        }

        Duration duration() {
            return parse(target);
        }

        private static Duration parse(String target) {
            try {
                return Duration.parse(target);
            } catch (DateTimeParseException e) {
                throw new WrongInputException(
                        "target " + target + ": expected a duration such as P2D (two days) or PT12H (twelve hours)", e);
            }
        }
    }

    /// Reads the section of a home.
    public static SourceSettings of(Path home) {
        return HomeSettings.read(home).section("sources", SourceSettings.class);
    }

    /// A source's target, where it has one.
    Optional<Duration> findTarget(Source source) {
        Target target = switch (source) {
            case PUBMED -> pubmed;
            case PMC -> pmc;
            case JATS -> jats;
            case DOCUMENT -> document;
            case CITATION -> citation;
            case EUROPE_PMC -> europePmc;
            case CROSSREF -> crossref;
            case RETRACTION_WATCH -> retractionWatch;
            case CLINICAL_TRIALS -> clinicalTrials;
        };
        return Optional.ofNullable(target).map(Target::duration);
    }
}
