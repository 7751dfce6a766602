package org.plumbline.schedule.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.RunState;
import org.plumbline.airflow.model.Waiting;
import org.plumbline.citations.WrongInputException;

/// A local Airflow whose tables stand in PostgreSQL: the machine's programs, a database of its own, a password that
/// needs quoting wherever it is passed on. PostgreSQL refuses to run as root, so there another user runs it.
class PostgresTest {

    private static final String PASSWORD = "p@ss:w%rd $HOME/?#";

    @Test
    void runsOnPostgres() throws Exception {
        Path programs = programs();
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "plumbline-postgres");
        Path secret = Files.writeString(Files.createTempFile("database", ".password"), PASSWORD + "\n");
        int port = freePort();
        List<String> as = asAnother(folder);
        Path data = folder.resolve("data");
        Path forServer = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        run(
                as,
                programs.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "plumbline",
                "-A",
                "scram-sha-256",
                "--pwfile",
                forServer.toString());
        run(
                as,
                programs.resolve("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
                "-w",
                "start");
        try {
            String url = "postgresql://plumbline@127.0.0.1:" + port + "/postgres";
            assertRefusesWrongPassword(url);
            assertRunsATask(url, secret);
        } finally {
            run(as, programs.resolve("pg_ctl").toString(), "-D", data.toString(), "-m", "immediate", "stop");
            RunningAirflow.deleteTree(folder);
            Files.delete(secret);
        }
    }

    private static void assertRunsATask(String url, Path secret) throws IOException {
        Path dags = Files.createDirectories(RunningAirflow.emptyHome().resolve("dags"));
        Files.copy(RunningAirflow.testDags().resolve("small.py"), dags.resolve("small.py"));
        try (RunningAirflow running = RunningAirflow.start(new Wishes(null, url, secret, null, dags, null), Map.of());
                Airflow airflow = Airflow.at(running.server())) {
            RunKey run = airflow.runs()
                    .trigger(RunOrder.of("plumbline_small", "on-postgres"))
                    .orElseThrow()
                    .run()
                    .key();
            assertThat(airflow.runs()
                            .await(run, Waiting.atMost(Duration.ofSeconds(90)))
                            .orElseThrow()
                            .run()
                            .state()
                            .kind())
                    .isEqualTo(RunState.Kind.SUCCESS);
            assertThat(running.home().resolve("airflow/airflow.db")).doesNotExist();
            assertThat(Files.readString(running.home().resolve("airflow/chosen.json")))
                    .contains("postgresql://plumbline@")
                    .doesNotContain(PASSWORD);
        }
    }

    private static void assertRefusesWrongPassword(String url) throws IOException {
        Path home = RunningAirflow.emptyHome();
        LocalAirflow airflow =
                new LocalAirflow(home, new Place(RunningAirflow.root()), withPassword("wrong"), Map.of(), _ -> {});
        assertThatThrownBy(() -> airflow.up(new Wishes(null, url, null, null, RunningAirflow.testDags(), null)))
                .isInstanceOf(WrongInputException.class)
                .hasMessageStartingWith("the database refuses the password");
        assertThat(airflow.living()).isEmpty();
        RunningAirflow.deleteTree(home);
    }

    private static Map<String, String> withPassword(String password) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(Database.PASSWORD, password);
        return environment;
    }

    /// The folder of PostgreSQL's programs.
    private static Path programs() throws IOException {
        List<Path> places = new ArrayList<>(Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(Path::of)
                .toList());
        if (Files.isDirectory(Path.of("/usr/lib/postgresql"))) {
            try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
                versions.map(version -> version.resolve("bin")).forEach(places::add);
            }
        }
        Optional<Path> found = places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .filter(place -> Files.isExecutable(place.resolve("pg_ctl")))
                .findFirst();
        if (found.isEmpty() && !"true".equals(System.getenv("CI"))) {
            Assumptions.abort("no PostgreSQL on this machine: neither initdb nor pg_ctl");
        }
        return found.orElseThrow(() -> new AssertionError("CI=true, and no PostgreSQL on this machine"));
    }

    /// With what a command begins that shall not run as root; the folder becomes that user's.
    private static List<String> asAnother(Path folder) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        UserPrincipal user =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(folder, user);
        return List.of("runuser", "-u", "nobody", "--");
    }

    private static void run(List<String> as, String... command) throws Exception {
        List<String> all = new ArrayList<>(as);
        all.addAll(List.of(command));
        Path words = Files.createTempFile("postgres", ".log");
        Process process = new ProcessBuilder(all)
                .directory(new File("/tmp"))
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(words)).isZero();
        Files.delete(words);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
