package org.plumbline.ingest.services;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.HomeSettings;

/// The section `integrity:` of `plumbline.yaml`.
///
/// @param sources of `retraction-watch` and `crossref`; both where none is named
/// @param since from which day on Crossref's notices are wanted at first, such as 2020-01-01; else a month back
public record IntegritySettings(List<String> sources, String since) {

    public static final String RETRACTION_WATCH = "retraction-watch";
    public static final String CROSSREF = "crossref";

    private static final List<String> ALL = List.of(RETRACTION_WATCH, CROSSREF);

    public IntegritySettings {
        sources = sources == null ? ALL : List.copyOf(sources);
        since = since == null ? "" : since.strip();
        if (!ALL.containsAll(sources) || sources.isEmpty()) {
            throw new WrongInputException("sources: expected some of " + ALL + ", not " + sources);
        }
        if (!since.isEmpty()) {
            requireDate(since);
        }
    }

    /// What a home's `plumbline.yaml` says.
    public static IntegritySettings read(Path home) {
        return HomeSettings.read(home).section("integrity", IntegritySettings.class);
    }

    /// The first day wanted; empty where none is named.
    public Optional<LocalDate> firstDay() {
        return since.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(since));
    }

    private static void requireDate(String since) {
        try {
            LocalDate.parse(since);
        } catch (DateTimeParseException e) {
            throw new WrongInputException("since: expected a day such as 2020-01-01, not " + since, e);
        }
    }
}
