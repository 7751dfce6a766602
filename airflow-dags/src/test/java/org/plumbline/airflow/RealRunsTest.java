package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.Answers.refusal;
import static org.plumbline.airflow.RealAirflow.id;
import static org.plumbline.airflow.RealAirflow.until;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.Clearing;
import org.plumbline.airflow.model.LogLine;
import org.plumbline.airflow.model.LogPosition;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.RunQuery;
import org.plumbline.airflow.model.RunState;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.airflow.model.TaskKey;
import org.plumbline.airflow.model.TaskState;
import org.plumbline.airflow.model.Triggered;
import org.plumbline.airflow.model.Triggered.How;
import org.plumbline.airflow.model.Waited;
import org.plumbline.airflow.model.Waiting;
import org.plumbline.airflow.model.Xcom;

/// Runs of a real Airflow: ordered, once however often; waited for, cancelled, cleared; what their tasks leave and log.
class RealRunsTest {

    @AutoClose
    private static RealAirflow real;

    private static Airflow airflow;

    @BeforeAll
    static void start() {
        real = RealAirflow.shared();
        airflow = real.client();
    }

    @Test
    void runsADagAndReadsWhatItReturned() {
        Run run = real.trigger("client_quick", Map.of("count", 3));
        assertThat(real.end(run.key()).state().kind()).isEqualTo(RunState.Kind.SUCCESS);
        List<TaskInstance> tasks = airflow.tasks().of(run.key()).orElseThrow().toList();
        assertThat(tasks).hasSize(1);
        assertThat(tasks.getFirst().state().kind()).isEqualTo(TaskState.Kind.SUCCESS);
        Xcom xcom =
                airflow.tasks().xcom(tasks.getFirst().key(), Xcom.RETURN_VALUE).orElseThrow();
        assertThat(xcom.value().toString()).isEqualTo("{\"count\":3,\"kind\":\"small\"}");
        assertThat(refusal(airflow.tasks().xcom(tasks.getFirst().key(), "nothing")))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void makesOneRunOfOneIdOrderedTwice() {
        RunOrder order = RunOrder.of("client_quick", id("twice:2026-11-23T00:00:00+00:00"));
        Triggered first = airflow.runs().trigger(order).orElseThrow();
        Triggered second = airflow.runs().trigger(order).orElseThrow();
        assertThat(first.how()).isEqualTo(How.NEW);
        assertThat(second.how()).isEqualTo(How.FOUND);
        assertThat(second.run().key()).isEqualTo(first.run().key()).isEqualTo(order.run());
        assertThat(real.end(order.run()).state().kind()).isEqualTo(RunState.Kind.SUCCESS);
    }

    @Test
    void makesOneRunOfOneIdOrderedFiftyTimesAtOnce() {
        RunOrder order = RunOrder.of("client_quick", id("fifty"));
        List<Triggered> all = atOnce(50, () -> airflow.runs().trigger(order).orElseThrow());
        assertThat(all).filteredOn(each -> each.how() == How.NEW).hasSize(1);
        assertThat(all).extracting(each -> each.run().key()).containsOnly(order.run());
        assertThat(airflow.runs()
                        .list(RunQuery.of("client_quick")
                                .withRunIdPattern(order.run().runId()))
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void makesOneRunOfOneIdOrderedByThreeClients() {
        RunOrder order = RunOrder.of("client_quick", id("three"));
        List<Callable<Triggered>> orders = Stream.generate(() -> (Callable<Triggered>) () -> {
                    try (Airflow own = real.as("plumbline", real.password("plumbline"))) {
                        return own.runs().trigger(order).orElseThrow();
                    }
                })
                .limit(3)
                .toList();
        assertThat(atOnce(orders, 3)).extracting(each -> each.run().key()).containsOnly(order.run());
        assertThat(airflow.runs()
                        .list(RunQuery.of("client_quick")
                                .withRunIdPattern(order.run().runId()))
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void doesNotWaitForADagThatIsPaused() {
        Run run = real.trigger("client_paused", Map.of());
        assertThat(airflow.runs()
                        .await(run.key(), Waiting.atMost(Duration.ofHours(1)))
                        .orElseThrow())
                .isInstanceOf(Waited.Paused.class);
        assertThat(airflow.runs().cancel(run.key()).orElseThrow().state().kind())
                .isEqualTo(RunState.Kind.FAILED);
        assertThat(refusal(airflow.runs().cancel(run.key()))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void readsTwoHundredRunsPageByPage() {
        String mark = id("paged");
        Set<String> ordered = new HashSet<>();
        List<Callable<Run>> orders = IntStream.range(0, 200)
                .mapToObj(i -> mark + "-" + i)
                .peek(ordered::add)
                .map(each -> (Callable<Run>) () -> airflow.runs()
                        .trigger(RunOrder.of("client_paused", each))
                        .orElseThrow()
                        .run())
                .toList();
        atOnce(orders, 8);
        RunQuery query = RunQuery.of("client_paused").withRunIdPattern(mark);
        for (RunQuery each : List.of(query, query.oldestFirst())) {
            List<String> listed =
                    airflow.runs().list(each).orElseThrow().map(Run::runId).toList();
            assertThat(listed).hasSize(200).containsExactlyInAnyOrderElementsOf(ordered);
        }
        assertThat(airflow.dags()
                        .stats(List.of("client_paused"))
                        .orElseThrow()
                        .getFirst()
                        .count(RunState.Kind.QUEUED))
                .isGreaterThanOrEqualTo(200);
    }

    @Test
    void cancelsARunThatGoes() {
        Run run = real.trigger("client_slow", Map.of());
        TaskKey task = TaskKey.of(run.key(), "sleep");
        until(() -> real.state(task) == TaskState.Kind.RUNNING);
        assertThat(airflow.runs().cancel(run.key()).orElseThrow().state().kind())
                .isEqualTo(RunState.Kind.FAILED);
        until(() -> real.state(task) == TaskState.Kind.FAILED);
    }

    @Test
    void clearsWhatFailedSoThatItRunsAgain() {
        Run run = real.trigger("client_second_try", Map.of());
        assertThat(real.end(run.key()).state().kind()).isEqualTo(RunState.Kind.FAILED);
        assertThat(airflow.runs()
                        .clear(run.key(), Clearing.FAILED_TASKS)
                        .orElseThrow()
                        .state()
                        .isEnd())
                .isFalse();
        assertThat(real.end(run.key()).state().kind()).isEqualTo(RunState.Kind.SUCCESS);
        TaskKey task = TaskKey.of(run.key(), "fail_once");
        List<LogLine> first = new ArrayList<>();
        airflow.tasks().wholeLog(task, 1, first::add).orElseThrow();
        assertThat(first).anySatisfy(line -> assertThat(line.level()).isEqualTo("error"));
        assertThat(airflow.tasks()
                        .xcom(task, Xcom.RETURN_VALUE)
                        .orElseThrow()
                        .value()
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void followsALogWhileItGrows() {
        Run run = real.trigger("client_some_seconds", Map.of());
        TaskKey task = TaskKey.of(run.key(), "count");
        until(() -> real.state(task) == TaskState.Kind.RUNNING);
        List<LogLine> lines = new ArrayList<>();
        LogPosition position = LogPosition.START;
        int reads = 0;
        long deadline = System.nanoTime() + RealAirflow.PATIENCE.toNanos();
        while (!position.isEnd() && System.nanoTime() < deadline) {
            position = airflow.tasks().logFrom(position, task, 1, lines::add).orElseThrow();
            reads++;
            Polling.pause();
        }
        assertThat(position.isEnd()).isTrue();
        assertThat(position.lines()).isEqualTo(lines.size());
        assertThat(reads).isGreaterThan(3);
        assertThat(lines.stream().map(LogLine::event).filter(event -> event.matches("second \\d+")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15)
                        .mapToObj("second %d"::formatted)
                        .toList());
    }

    @Test
    void saysThatATaskHasNoSuchLog() {
        Run run = real.trigger("client_paused", Map.of());
        assertThat(refusal(airflow.tasks().wholeLog(TaskKey.of(run.key(), "nothing"), 1, line -> {})))
                .isInstanceOf(Refusal.NotFound.class);
    }

    private static <T> List<T> atOnce(int count, Callable<T> each) {
        return atOnce(Stream.generate(() -> each).limit(count).toList(), count);
    }

    private static <T> List<T> atOnce(List<Callable<T>> all, int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
