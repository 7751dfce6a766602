package org.plumbline.research.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.research.job.JobId;
import org.plumbline.research.job.JobState;
import org.plumbline.research.request.Request;

class WorkerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-14T09:15:02Z"), ZoneOffset.UTC);
    private static final PrintStream SILENT =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private JobQueue queue = new JobQueue(Path.of("."), CLOCK, new Random(1));

    @BeforeEach
    void openTheQueue() {
        queue = new JobQueue(home, CLOCK, new Random(1));
    }

    @Test
    void namesJobsByTimeAndLosesNone() {
        for (int i = 0; i < 50; i++) {
            queue.submit(Request.of("Does a pill help in gout?"));
        }
        assertThat(queue.jobs()).hasSize(50).allMatch(job -> job.id().value().startsWith("20260314-091502-"));
    }

    @Test
    void failsAJobForGoodAfterThreeTriesAndDoesTheOthers() {
        JobId bad = queue.submit(Request.of("Does a bad pill help in gout?"));
        JobId good = queue.submit(Request.of("Does a good pill help in gout?"));
        List<JobId> tried = new ArrayList<>();
        Worker.Drained drained = new Worker(
                        queue,
                        (job, progress) -> {
                            tried.add(job.id());
                            if (job.id().equals(bad)) {
                                throw new IllegalStateException("the disk is full");
                            }
                        },
                        CLOCK,
                        SILENT)
                .drain();
        assertThat(drained).isEqualTo(new Worker.Drained(1, 1));
        assertThat(tried).containsExactlyInAnyOrder(bad, bad, bad, good);
        JobState state = queue.job(bad.value()).state();
        assertThat(state.phase()).isEqualTo(JobState.Phase.FAILED);
        assertThat(state.reason()).contains("the disk is full");
        assertThat(queue.job(good.value()).state().phase()).isEqualTo(JobState.Phase.DONE);
    }

    @Test
    void takesUpAJobWhoseWorkerWasKilled() {
        JobId id = queue.submit(Request.of("Does a pill help in gout?"));
        queue.job(id.value()).start(CLOCK.instant());
        assertThat(new Worker(queue, (job, progress) -> {}, CLOCK, SILENT).drain())
                .isEqualTo(new Worker.Drained(1, 0));
    }

    @Test
    void neverDoesAJobTwiceWithSeveralWorkers() throws Exception {
        for (int i = 0; i < 30; i++) {
            queue.submit(Request.of("Does a pill help in gout?"));
        }
        ConcurrentLinkedQueue<JobId> done = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Worker.Drained>> drains = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                drains.add(threads.submit(
                        () -> new Worker(queue, (job, progress) -> done.add(job.id()), CLOCK, SILENT).drain()));
            }
            for (Future<Worker.Drained> drain : drains) {
                drain.get();
            }
        }
        assertThat(done).hasSize(30).doesNotHaveDuplicates();
    }
}
