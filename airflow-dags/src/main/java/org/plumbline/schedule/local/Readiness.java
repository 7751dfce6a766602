package org.plumbline.schedule.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Bounds;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.DagQuery;
import org.plumbline.airflow.model.Health;
import org.plumbline.airflow.model.ImportError;
import org.plumbline.airflow.model.PoolOrder;
import org.plumbline.citations.WrongInputException;

/// Waits until a local Airflow that was started is of use: every part healthy, the pools made, every DAG file read.
/// For one thread.
public final class Readiness {

    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(4);
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);
    private static final int LONGEST_LINE = 300;
    private static final Duration LOOK = Duration.ofMillis(250);

    private final LocalAirflow local;
    private final LocalAirflow.Up up;
    private final Consumer<String> talk;

    public Readiness(LocalAirflow local, LocalAirflow.Up up, Consumer<String> talk) {
        this.local = local;
        this.up = up;
        this.talk = talk;
    }

    /// What is there in the end.
    ///
    /// @param dags ids of the DAGs that came of the folder's files
    /// @param broken files with import errors, with the error's last line
    /// @param silent files of which no DAG came in time
    public record Ready(List<String> dags, Map<String, String> broken, List<Path> silent) {

        public boolean isWhole() {
            return broken.isEmpty() && silent.isEmpty();
        }
    }

    /// Waits.
    ///
    /// @throws WrongInputException where a part ended by itself, or does not become healthy in four minutes
    public Ready await() {
        try (Airflow airflow = Airflow.at(server(up.credentials()).withBounds(Bounds.atOnce(Duration.ofSeconds(5))))) {
            talk.accept("waiting until every part is healthy");
            awaitHealth(airflow);
        }
        try (Airflow airflow = Airflow.at(server(up.credentials()))) {
            for (PoolOrder pool : PoolsFile.in(up.dags())) {
                airflow.pools().createIfAbsent(pool).orElseThrow();
            }
            talk.accept("waiting until every DAG file is read");
            return awaitDags(airflow);
        }
    }

    /// The local Airflow as a server to ask, with the commands' own user.
    public static AirflowServer server(Credentials credentials) {
        return AirflowServer.at(
                URI.create(credentials.url()),
                new Login.Password(Credentials.OWN_USER, Secret.of(credentials.password(Credentials.OWN_USER))));
    }

    private void awaitHealth(Airflow airflow) {
        long until = System.nanoTime() + HEALTHY_WITHIN.toNanos();
        while (!isHealthy(airflow)) {
            Set<Part> living = local.living().keySet();
            for (Part part : Part.values()) {
                if (!living.contains(part)) {
                    throw new WrongInputException("the " + part.command() + " ended by itself: "
                            + lastLine(local.log(part)) + "; see " + local.log(part));
                }
            }
            if (System.nanoTime() > until) {
                throw new WrongInputException("Airflow is not healthy after " + HEALTHY_WITHIN.toMinutes()
                        + " minutes; see plumbline schedule status, and the logs in "
                        + local.log(Part.SCHEDULER).getParent());
            }
            pause();
        }
    }

    private boolean isHealthy(Airflow airflow) {
        return airflow.health() instanceof Answer.Value<Health>(Health health)
                && health.isReady()
                && isFresh(health.scheduler(), Part.SCHEDULER)
                && isFresh(health.dagProcessor(), Part.DAG_PROCESSOR)
                && isFresh(health.triggerer(), Part.TRIGGERER);
    }

    /// A part that died keeps its last sign of life for a while: only one of the process that runs now counts.
    private boolean isFresh(Health.Part health, Part part) {
        Instant heartbeat = health.latestHeartbeat();
        return health.isHealthy()
                && heartbeat != null
                && local.started(part).filter(heartbeat::isAfter).isPresent();
    }

    private Ready awaitDags(Airflow airflow) {
        Map<Path, Instant> files = DagFiles.in(up.dags());
        long until = System.nanoTime() + READ_WITHIN.toNanos();
        while (true) {
            Map<Path, Dag> read = new HashMap<>();
            List<String> ids = new ArrayList<>();
            airflow.dags().list(DagQuery.all()).orElseThrow().forEach(dag -> {
                fileOf(dag).ifPresent(file -> {
                    read.put(file, dag);
                    ids.add(dag.dagId());
                });
            });
            Map<String, String> broken = broken(airflow, files);
            Set<Path> missing = new HashSet<>(files.keySet());
            missing.removeIf(file -> isRead(read.get(file), files.getOrDefault(file, Instant.MAX))
                    || broken.containsKey(file.getFileName().toString()));
            if (missing.isEmpty() || System.nanoTime() > until) {
                ids.sort(null);
                return new Ready(ids, broken, missing.stream().sorted().toList());
            }
            pause();
        }
    }

    private static Optional<Path> fileOf(Dag dag) {
        return Optional.ofNullable(dag.fileloc())
                .map(Path::of)
                .filter(Files::exists)
                .map(Readiness::real);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot follow " + file, e);
        }
    }

    private static boolean isRead(@Nullable Dag dag, Instant changed) {
        return dag != null
                && !dag.hasImportErrors()
                && dag.lastParsedTime() != null
                && !dag.lastParsedTime().isBefore(changed);
    }

    /// The import errors of these files that are newer than the files.
    private static Map<String, String> broken(Airflow airflow, Map<Path, Instant> files) {
        Map<String, String> broken = new HashMap<>();
        airflow.dags().importErrors().orElseThrow().forEach(error -> {
            String name = name(error);
            boolean isNew = files.entrySet().stream()
                    .anyMatch(file -> file.getKey().getFileName().toString().equals(name)
                            && error.timestamp() != null
                            && !error.timestamp().isBefore(file.getValue()));
            if (isNew) {
                broken.put(
                        name, lastLine(Optional.ofNullable(error.stackTrace()).orElse("")));
            }
        });
        return broken;
    }

    private static String name(ImportError error) {
        return error.filename() == null
                ? ""
                : String.valueOf(Path.of(error.filename()).getFileName());
    }

    private static String lastLine(Path log) {
        try {
            return lastLine(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "it left no log";
        }
    }

    private static String lastLine(String words) {
        return words.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((_, last) -> last)
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .orElse("it said nothing");
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Airflow started", e);
        }
    }
}
