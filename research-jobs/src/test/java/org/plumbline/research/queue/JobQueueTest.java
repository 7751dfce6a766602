package org.plumbline.research.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.JobId;
import org.plumbline.research.request.Request;

class JobQueueTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-14T09:15:02Z"), ZoneOffset.UTC);
    private static final Request REQUEST = Request.of("Does a pill help in gout?");

    @TempDir
    private Path home;

    private JobQueue queue = new JobQueue(Path.of("."), CLOCK, new Random(1));

    @BeforeEach
    void openTheQueue() {
        queue = new JobQueue(home, CLOCK, new Random(1));
    }

    @Test
    void showsAJobToItsOwnerOnly() throws IOException {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX rights here");
        JobDirectory job = queue.job(queue.submit(REQUEST).value());
        new Worker(queue, (worked, progress) -> worked.write("plan.json", REQUEST), CLOCK, silent()).drain();
        assertThat(rights(home.resolve("jobs"))).isEqualTo("rwx------");
        assertThat(rights(job.path())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(job.path())) {
            List<Path> all = files.toList();
            assertThat(all).extracting(file -> file.getFileName().toString()).contains("request.json", "lock");
            assertThat(all).allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void sweepsWhatKilledCommandsLeftAndNothingElse() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path jobs = home.resolve("jobs");
        JobId kept = queue.submit(REQUEST);
        for (String left : List.of(
                ".new-" + ended.pid() + "-20260314-091502-kfqz",
                ".purged-20260314-091502-kfqz",
                ".new-" + ProcessHandle.current().pid() + "-20260314-091502-kfqz",
                ".new-other")) {
            Files.writeString(Files.createDirectory(jobs.resolve(left)).resolve("request.json"), "{}");
        }
        queue.sweep();
        try (Stream<Path> entries = Files.list(jobs)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            kept.value(),
                            ".new-" + ProcessHandle.current().pid() + "-20260314-091502-kfqz",
                            ".new-other");
        }
    }

    /// A name may come from anywhere: it is compared with ids, never made into a path.
    @Test
    void findsNoJobOutsideOfTheQueue() throws IOException {
        queue.submit(REQUEST);
        Files.writeString(Files.createDirectory(home.resolve("outside")).resolve("request.json"), "{}");
        for (String name : List.of(
                "../outside", "", " ", ".", "..", home.resolve("outside").toString(), "2026\n")) {
            assertThatThrownBy(() -> queue.job(name)).as(name).isInstanceOf(WrongInputException.class);
        }
    }

    @Test
    void worksOnWhereOneJobIsDamagedAndAnotherPurgedMeanwhile() throws IOException {
        JobId damaged = queue.submit(REQUEST);
        JobId first = queue.submit(REQUEST);
        JobId second = queue.submit(REQUEST);
        Files.delete(queue.job(damaged.value()).file("job.json"));
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream progress = new PrintStream(told, true, StandardCharsets.UTF_8);
        Worker.Drained drained = new Worker(
                        queue,
                        (job, _) -> queue.jobs().stream()
                                .filter(other -> !other.id().equals(job.id())
                                        && !other.id().equals(damaged))
                                .filter(other -> other.state().open())
                                .forEach(queue::purge),
                        CLOCK,
                        progress)
                .drain();
        assertThat(drained).isEqualTo(new Worker.Drained(1, 0));
        assertThat(told.toString(StandardCharsets.UTF_8)).containsOnlyOnce(damaged + " is passed over");
        assertThat(queue.jobs())
                .extracting(JobDirectory::id)
                .contains(damaged)
                .hasSize(2)
                .containsAnyOf(first, second);
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
