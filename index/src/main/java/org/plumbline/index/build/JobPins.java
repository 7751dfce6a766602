package org.plumbline.index.build;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;

/// The snapshots that unfinished research jobs go on with: `jobs/<id>/plan.json` names one, or `.pin.json` while
/// it is planned, and `report.json` is not there yet. A finished job keeps the sections that it quotes, and needs
/// its snapshot no more; one that failed keeps its own until it is purged.
final class JobPins {

    private JobPins() {}

    /// What of a plan is read here.
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Plan(@Nullable String snapshotId) {}

    /// @throws WrongInputException where a plan cannot be read: what it pins is not known
    static Set<String> of(Path home) throws IOException {
        Set<String> pinned = new TreeSet<>();
        for (Path job : jobs(home.resolve("jobs"))) {
            if (!Files.exists(job.resolve("report.json"))) {
                find(job.resolve(".pin.json")).ifPresent(pinned::add);
                find(job.resolve("plan.json")).ifPresent(pinned::add);
            }
        }
        return pinned;
    }

    private static Optional<String> find(Path plan) {
        return Files.exists(plan) ? Optional.ofNullable(read(plan).snapshotId()) : Optional.empty();
    }

    private static List<Path> jobs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> jobs = Files.list(folder)) {
            return jobs.filter(Files::isDirectory).toList();
        }
    }

    private static Plan read(Path plan) {
        try {
            return Json.read(Files.readString(plan), Plan.class);
        } catch (IOException | WrongInputException e) {
            throw new WrongInputException(
                    plan + " cannot be read, so which snapshot its job needs is not known: repair or purge the job", e);
        }
    }
}
