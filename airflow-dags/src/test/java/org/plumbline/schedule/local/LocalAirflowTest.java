package org.plumbline.schedule.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.DagQuery;
import org.plumbline.schedule.local.process.Marks;

/// The local Airflow that all tests share, as it stands after `schedule up` in an empty home.
class LocalAirflowTest {

    private static final RunningAirflow RUNNING = RunningAirflow.shared();

    @Test
    void isHealthyWithEveryDagRead() {
        assertThat(RUNNING.local().living().keySet()).containsExactly(Part.values());
        try (Airflow airflow = Airflow.at(RUNNING.server());
                Stream<Dag> dags = airflow.dags().list(DagQuery.all()).orElseThrow()) {
            assertThat(airflow.health().orElseThrow().isReady()).isTrue();
            assertThat(dags.map(Dag::dagId)).contains("plumbline_small", "plumbline_appending");
        }
    }

    @Test
    void startsNothingWhereAllRuns() {
        Map<Part, Long> before = RUNNING.local().living();
        LocalAirflow.Up again = RUNNING.local().up(Wishes.none());
        assertThat(again.started()).isEmpty();
        assertThat(RUNNING.local().living()).isEqualTo(before);
    }

    @Test
    void keepsSecretsToTheOwner() throws IOException {
        Path folder = RUNNING.home().resolve("airflow");
        assertThat(rights(folder)).isEqualTo("rwx------");
        for (String name : List.of("credentials.json", "passwords.json", "secrets.json", "chosen.json")) {
            assertThat(rights(folder.resolve(name))).as(name).isEqualTo("rw-------");
        }
        String password = RUNNING.password("admin");
        assertThat(Credentials.find(RUNNING.home()).orElseThrow().toString()).doesNotContain(password);
        Secrets secrets = Secrets.ofHome(AirflowFolder.of(RUNNING.home()));
        for (ProcessHandle process : processes()) {
            String arguments = process.info().commandLine().orElse("");
            assertThat(arguments).doesNotContain(password).doesNotContain(secrets.jwtKey());
        }
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "no /proc/net: only Linux tells who listens");
        Set<String> sockets = sockets(processes());
        Set<String> addresses = new TreeSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields[3].equals("0A") && sockets.contains("socket:[" + fields[9] + "]")) {
                    addresses.add(fields[1]);
                }
            }
        }
        String port = "%04X".formatted(RUNNING.url().getPort());
        assertThat(addresses).containsExactly("0100007F:" + port);
    }

    /// The sockets that these processes hold, such as `socket:[4711]`.
    private static Set<String> sockets(Collection<ProcessHandle> processes) {
        Set<String> sockets = new TreeSet<>();
        for (ProcessHandle process : processes) {
            String[] files = new File("/proc/" + process.pid() + "/fd").list();
            Arrays.stream(files == null ? new String[0] : files)
                    .map(file -> link(Path.of("/proc/" + process.pid() + "/fd/" + file)))
                    .forEach(sockets::add);
        }
        return sockets;
    }

    private static String link(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private static List<ProcessHandle> processes() {
        String mark = RUNNING.local().mark();
        List<ProcessHandle> processes = new ArrayList<>(ProcessHandle.allProcesses()
                .filter(process -> Marks.find(process.pid())
                        .filter(each -> each.startsWith(mark))
                        .isPresent())
                .toList());
        assertThat(processes).hasSizeGreaterThanOrEqualTo(Part.values().length);
        return processes;
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
