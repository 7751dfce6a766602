package org.plumbline.schedule.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.citations.WrongInputException;
import org.plumbline.schedule.local.python.Python;

/// A real Airflow for tests, in a home of its own below `target`. The shared one starts when the first test of a
/// JVM asks for it and ends with the JVM. Where there is no Python the test that asks is skipped; with `CI=true` it
/// fails.
///
/// A test that stops parts or changes settings takes one of its own with [#start]: others may use the shared one.
public final class RunningAirflow implements AutoCloseable {

    private static final class Shared {
        private static final RunningAirflow AIRFLOW = started();

        private static RunningAirflow started() {
            RunningAirflow airflow = start(testDags(), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(airflow::close));
            return airflow;
        }
    }

    private final Path home;
    private final Wishes wishes;
    private Map<String, String> extra;
    private LocalAirflow local;
    private LocalAirflow.Up up;

    private RunningAirflow(Path home, Wishes wishes, Map<String, String> extra) {
        this.home = home;
        this.wishes = wishes;
        this.extra = extra;
        this.local = local();
        this.up = raise();
    }

    /// The one that all tests of this JVM share; its DAGs are those of `src/test/dags`.
    public static RunningAirflow shared() {
        requirePython();
        return Shared.AIRFLOW;
    }

    /// One of its own, healthy and with its DAGs read; the caller closes it.
    ///
    /// @param extra settings besides, such as `AIRFLOW__API_AUTH__JWT_EXPIRATION_TIME` → `5`
    public static RunningAirflow start(Path dags, Map<String, String> extra) {
        requirePython();
        return start(new Wishes(null, null, null, null, dags, null), extra);
    }

    static RunningAirflow start(Wishes wishes, Map<String, String> extra) {
        requirePython();
        return new RunningAirflow(emptyHome(), wishes, extra);
    }

    /// The folder of the tests' own DAGs.
    public static Path testDags() {
        return root().resolve("airflow-dags/src/test/dags");
    }

    public Path home() {
        return home;
    }

    public URI url() {
        return URI.create(up.credentials().url());
    }

    /// The password of `admin`, `plumbline` (role op) or `viewer`.
    public String password(String user) {
        return up.credentials().password(user);
    }

    /// For the client, as user `plumbline`.
    public AirflowServer server() {
        return Readiness.server(up.credentials());
    }

    /// Kills one part as if by `kill -9`; its workers and what its tasks run live on, until [#mend] ends them.
    public void kill(Part part) {
        long pid = Optional.ofNullable(local.living().get(part)).orElseThrow();
        ProcessHandle root = ProcessHandle.of(pid).orElseThrow();
        root.destroyForcibly();
        root.onExit().join();
    }

    /// Starts what does not run, and waits until it is of use.
    public void mend() {
        up = raise();
    }

    /// Ends all parts, starts them again with these settings besides, and waits: such as a new
    /// `AIRFLOW__API_AUTH__JWT_SECRET`. The address stays.
    public void restart(Map<String, String> newExtra) {
        local.down();
        extra = new HashMap<>(newExtra);
        local = local();
        up = raise();
    }

    /// Ends all parts; [#mend] brings them back.
    public void stop() {
        local.down();
    }

    LocalAirflow local() {
        return new LocalAirflow(home, new Place(root()), System.getenv(), extra, line -> {});
    }

    @Override
    public void close() {
        local.down();
        deleteTree(home);
    }

    private LocalAirflow.Up raise() {
        LocalAirflow.Up raised = local.up(wishes);
        Readiness.Ready ready = new Readiness(local, raised, line -> {}).await();
        assertThat(ready.silent()).as("files of which no DAG came").isEmpty();
        return raised;
    }

    private static void requirePython() {
        try {
            Python.find(System.getenv());
        } catch (WrongInputException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw e;
            }
            Assumptions.abort("no Airflow without Python: " + e.getMessage());
        }
    }

    static Path root() {
        return Path.of(System.getProperty("plumbline.root"));
    }

    static Path emptyHome() {
        try {
            return Files.createTempDirectory("airflow-home").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteTree(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
