package org.plumbline.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.model.RefusedException;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.HomeSettings;
import org.plumbline.schedule.local.Credentials;
import org.plumbline.schedule.local.LocalAirflow;
import org.plumbline.schedule.local.Place;
import org.plumbline.schedule.local.Readiness;
import org.plumbline.schedule.local.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `schedule up`: a local Airflow that runs the pipeline.
@Command(
        name = "up",
        description =
                "Starts what is missing of a local Airflow, and waits until it is of use. Needs Python from 3.10 on"
                        + " with venv; the first time it fetches Airflow from the package index that pip knows. Listens on"
                        + " loopback only. What is chosen holds for this home until something else is.",
        footer = {
            "",
            "Example: plumbline schedule up --port 8080",
            "The database's password stands in PLUMBLINE_AIRFLOW_DATABASE_PASSWORD, or in the file given."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--port", paramLabel = "PORT", description = "where it listens (default: a free one)")
    private @Nullable Integer port;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "postgresql://user@host:5432/name for Airflow's own tables, or sqlite, the default")
    private @Nullable String database;

    @Option(names = "--database-password-file", paramLabel = "FILE", description = "where its password stands")
    private @Nullable Path databasePasswordFile;

    @Option(
            names = "--venv",
            paramLabel = "DIR",
            description = "the virtual environment (default: one that homes share)")
    private @Nullable Path environment;

    @Option(names = "--dags", paramLabel = "DIR", description = "the DAG files (default: Plumbline's)")
    private @Nullable Path dags;

    @Option(
            names = "--new-dags",
            paramLabel = "STATE",
            description = "whether DAGs that it sees for the first time are running or paused (default: running)")
    private Wishes.@Nullable FirstState firstState;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        if (port != null && (port < 1 || port > LAST_PORT)) {
            throw new WrongInputException("--port " + port + ": expected 1 to " + LAST_PORT);
        }
        long start = System.nanoTime();
        Path folder = home.home();
        LocalAirflow local = new LocalAirflow(folder, Place.ofLauncher(), System.getenv(), Map.of(), UpCommand::say);
        LocalAirflow.Up up = local.up(new Wishes(port, database, databasePasswordFile, environment, dags, firstState));
        Readiness.Ready ready = ready(local, up);
        if (dags == null) {
            warnWithoutContact(folder);
        }
        print(folder, up, ready, Duration.ofNanos(System.nanoTime() - start));
        return ready.isWhole() ? Commands.DONE : Commands.FOUND;
    }

    private static Readiness.Ready ready(LocalAirflow local, LocalAirflow.Up up) {
        try {
            return new Readiness(local, up, UpCommand::say).await();
        } catch (RefusedException e) {
            throw new WrongInputException("Airflow at " + up.credentials().url() + " started and then refused: "
                    + e.refusal().said() + "; see plumbline schedule status");
        }
    }

    /// The first thing that everybody would meet: the public sources are asked by nobody without an address.
    private static void warnWithoutContact(Path folder) {
        if (HomeSettings.read(folder).section("fetch", Map.class).get("contact") == null) {
            say("set fetch: contact: you@example.org in " + folder.resolve("plumbline.yaml")
                    + ": without it the public sources are not asked, and the DAGs that ask them fail");
        }
    }

    private static void say(String words) {
        System.err.println("plumbline: " + words);
    }

    private void print(Path folder, LocalAirflow.Up up, Readiness.Ready ready, Duration took) {
        ready.broken().forEach((file, error) -> say(file + ": cannot be read: " + error));
        ready.silent().forEach(file -> say(file + ": no DAG came of it in time; see plumbline schedule status"));
        String named = HomeSettings.read(folder)
                .section("airflow", AirflowSection.class)
                .url();
        if (named != null) {
            say("the other schedule commands talk to " + named + ", which plumbline.yaml names");
        }
        Path credentials = Credentials.file(folder);
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("url", up.credentials().url());
            line.put("credentials", credentials.toString());
            line.put("started", List.copyOf(up.started()));
            line.put("dags", ready.dags());
            line.put("importErrors", ready.broken());
            line.put("seconds", took.toMillis() / 1000.0);
            System.out.println(Json.line(line));
            return;
        }
        System.out.printf(
                "Airflow %s at %s, %d %s, in %.1f s%nlog in as admin; the password stands in %s%nend it with plumbline"
                        + " schedule down%n",
                up.started().isEmpty() ? "was up" : "is up",
                up.credentials().url(),
                ready.dags().size(),
                ready.dags().size() == 1 ? "DAG" : "DAGs",
                took.toMillis() / 1000.0,
                credentials);
    }
}
