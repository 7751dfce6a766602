package org.plumbline.schedule.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.RunQuery;
import org.plumbline.airflow.model.RunState;
import org.plumbline.citations.WrongInputException;
import org.plumbline.schedule.local.process.Known;
import org.plumbline.schedule.local.process.Marks;

/// What happens when parts of a local Airflow are killed, ended and started while it works. One server of its own.
class CrashTest {

    private static final String DAG = "plumbline_appending";

    /// Only what hangs takes as long, however busy the machine is.
    private static final Duration BOUND = Duration.ofMinutes(10);

    /// Tasks that a local Airflow works on at the same time.
    private static final int AT_ONCE = 4;

    @TempDir
    private static Path dags = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static RunningAirflow running;

    @BeforeAll
    static void start() throws IOException {
        Files.copy(RunningAirflow.testDags().resolve("appending.py"), dags.resolve("appending.py"));
        running = RunningAirflow.start(dags, Map.of());
    }

    @AfterAll
    static void end() {
        running.close();
    }

    @Test
    void mendsOnlyWhatWasKilled() {
        Map<Part, Long> before = running.local().living();
        running.kill(Part.API_SERVER);
        assertThat(running.local().living()).containsOnlyKeys(Part.SCHEDULER, Part.DAG_PROCESSOR, Part.TRIGGERER);
        running.mend();
        Map<Part, Long> after = running.local().living();
        assertThat(after.remove(Part.API_SERVER)).isNotEqualTo(before.remove(Part.API_SERVER));
        assertThat(after).isEqualTo(before);
    }

    /// A task whose command had ended, and that was killed before it could say so, is tried again: Airflow promises
    /// "at least once", and only what was at work can be concerned. Plumbline's commands do nothing twice.
    @Test
    void endsEachRunOnceWhereTheSchedulerIsKilled() throws IOException {
        Path file = folder.resolve("lines");
        List<RunKey> runs = trigger("killed", 8, Map.of("file", file.toString(), "seconds", 1));
        await(() -> Files.exists(file));
        running.kill(Part.SCHEDULER);
        running.mend();
        assertThat(await(runs)).containsOnly(RunState.Kind.SUCCESS);
        List<String> again = new ArrayList<>(Files.readAllLines(file));
        assertThat(again).containsAll(expected(runs)).isSubsetOf(expected(runs));
        expected(runs).forEach(again::remove);
        assertThat(again).as("done again").hasSizeLessThanOrEqualTo(AT_ONCE).doesNotHaveDuplicates();
    }

    @Test
    void goesOnAfterDownWithWhatWasCutOffThoughTwoStartAtOnce() throws IOException {
        Path file = folder.resolve("lines");
        Path gate = folder.resolve("gate");
        List<RunKey> runs = trigger("down", 1, Map.of("file", file.toString(), "gate", gate.toString()));
        await(() -> isRunning(runs.getFirst()));
        assertThat(marked()).hasSizeGreaterThan(Part.values().length);
        running.stop();
        assertThat(marked()).isEmpty();
        assertThat(file).doesNotExist();
        Files.createFile(gate);
        startTwiceAtOnce();
        running.mend();
        assertThat(await(runs)).containsOnly(RunState.Kind.SUCCESS);
        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrderElementsOf(expected(runs));
    }

    @Test
    void leavesAStrangerWhoGotTheNumber() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            AirflowFolder home = AirflowFolder.of(folder);
            home.create();
            long started = stranger.info().startInstant().orElseThrow().toEpochMilli();
            PrivateFile.write(
                    home.process(Part.SCHEDULER),
                    new PartRecord(new Known(stranger.pid(), started - 60_000, "0:scheduler"), "settings"));
            PrivateFile.write(
                    home.process(Part.TRIGGERER),
                    new PartRecord(new Known(stranger.pid(), started, "0:triggerer"), "settings"));
            LocalAirflow airflow =
                    new LocalAirflow(folder, new Place(RunningAirflow.root()), System.getenv(), Map.of(), _ -> {});
            assertThat(airflow.living()).isEmpty();
            assertThat(airflow.down()).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void namesAFileThatCannotBeRead() throws IOException {
        Path broken =
                Files.writeString(dags.resolve("broken.py"), "from airflow.sdk import DAG\nDAG(\"x\", nonsense=1)\n");
        LocalAirflow local = running.local();
        LocalAirflow.Up up = local.up(Wishes.none());
        Readiness.Ready ready = new Readiness(local, up, _ -> {}).await();
        assertThat(ready.broken()).containsOnlyKeys("broken.py");
        assertThat(ready.broken().get("broken.py")).contains("nonsense");
        Files.writeString(broken, "from airflow.sdk import DAG\ndag = DAG(\"mended\", schedule=None)\n");
        Readiness.Ready mended = new Readiness(local, up, _ -> {}).await();
        assertThat(mended.isWhole()).isTrue();
        assertThat(mended.dags()).containsExactly("mended", DAG);
        Files.delete(broken);
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalAirflow airflow =
                    new LocalAirflow(folder, new Place(RunningAirflow.root()), System.getenv(), Map.of(), _ -> {});
            assertThatThrownBy(() -> airflow.up(new Wishes(socket.getLocalPort(), null, null, null, dags, null)))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageStartingWith("--port " + socket.getLocalPort() + ": another program listens there");
            assertThat(airflow.living()).isEmpty();
        }
    }

    /// Two start what is missing, at once: one does, the other says that it waits.
    private static void startTwiceAtOnce() {
        List<String> said = new ArrayList<>();
        List<CompletableFuture<Set<Part>>> both = Stream.of(1, 2)
                .map(_ -> CompletableFuture.supplyAsync(
                        () -> new LocalAirflow(
                                        running.home(),
                                        new Place(RunningAirflow.root()),
                                        System.getenv(),
                                        Map.of(),
                                        line -> {
                                            synchronized (said) {
                                                said.add(line);
                                            }
                                        })
                                .up(new Wishes(null, null, null, null, dags, null))
                                .started(),
                        work -> Thread.ofPlatform().start(work)))
                .toList();
        List<Integer> started = both.stream()
                .map(CompletableFuture::join)
                .map(Set::size)
                .sorted()
                .toList();
        assertThat(started).containsExactly(0, Part.values().length);
        assertThat(said).contains("another plumbline schedule up or down works on this home; waiting for it");
    }

    private static List<RunKey> trigger(String name, int count, Map<String, Object> conf) {
        List<RunKey> runs = new ArrayList<>();
        try (Airflow airflow = Airflow.at(running.server())) {
            for (int i = 0; i < count; i++) {
                runs.add(airflow.runs()
                        .trigger(RunOrder.of(DAG, name + "-" + i).withConf(conf))
                        .orElseThrow()
                        .run()
                        .key());
            }
        }
        return runs;
    }

    private static List<String> expected(List<RunKey> runs) {
        return runs.stream()
                .flatMap(run -> Stream.of(run.runId() + " first", run.runId() + " second"))
                .toList();
    }

    private static List<RunState.Kind> await(List<RunKey> runs) {
        try (Airflow airflow = Airflow.at(running.server())) {
            await(() -> states(airflow, runs).stream().allMatch(RunState::isEnd));
            return states(airflow, runs).stream().map(RunState::kind).toList();
        }
    }

    private static List<RunState> states(Airflow airflow, List<RunKey> runs) {
        try (Stream<Run> all = airflow.runs().list(RunQuery.of(DAG)).orElseThrow()) {
            return all.filter(run -> runs.contains(run.key())).map(Run::state).toList();
        }
    }

    private static boolean isRunning(RunKey run) {
        try (Airflow airflow = Airflow.at(running.server())) {
            return airflow.tasks()
                    .of(run)
                    .orElseThrow()
                    .anyMatch(task -> "running".equals(task.state().text()));
        }
    }

    /// All processes of this home's Airflow, by the mark in their environment.
    private static List<Long> marked() {
        String home = running.local().mark();
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid ->
                        Marks.find(pid).filter(mark -> mark.startsWith(home)).isPresent())
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
