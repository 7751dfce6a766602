package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Asset;
import org.plumbline.airflow.model.AssetEvent;
import org.plumbline.airflow.model.AssetEventQuery;
import org.plumbline.airflow.model.Backfill;
import org.plumbline.airflow.model.BackfillOrder;
import org.plumbline.airflow.model.BackfillRun;
import org.plumbline.airflow.model.Clearing;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.DagDetails;
import org.plumbline.airflow.model.DagQuery;
import org.plumbline.airflow.model.LogLine;
import org.plumbline.airflow.model.LogPosition;
import org.plumbline.airflow.model.Pool;
import org.plumbline.airflow.model.PoolOrder;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Refusal.Invalid;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
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
import org.plumbline.schedule.local.RunningAirflow;

/// The client and a real Airflow, which the tests of a JVM share.
class RealAirflowTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static RunningAirflow running;
    private static Airflow airflow;

    @BeforeAll
    static void start() {
        running = RunningAirflow.shared();
        airflow = Airflow.at(running.server());
    }

    @AfterAll
    static void end() {
        if (airflow != null) {
            airflow.close();
        }
    }

    private static String id(String what) {
        return what + "-" + Long.toHexString(System.nanoTime());
    }

    private static Run trigger(String dagId, Map<String, Object> conf) {
        return airflow.runs()
                .trigger(RunOrder.of(dagId, id("test")).withConf(conf))
                .orElseThrow()
                .run();
    }

    private static Run end(RunKey key) {
        Waited waited = airflow.runs().await(key, Waiting.atMost(PATIENCE)).orElseThrow();
        assertThat(waited).isInstanceOf(Waited.Ended.class);
        return waited.run();
    }

    private static Refusal refusal(Answer<?> answer) {
        if (answer instanceof Refused<?>(Refusal refusal)) {
            return refusal;
        }
        throw new AssertionError("no refusal: " + answer);
    }

    private static Airflow as(String user, String password) {
        AirflowServer server = running.server();
        return Airflow.at(AirflowServer.at(server.url(), new Login.Password(user, Secret.of(password))));
    }

    @Test
    void knowsVersionHealthAndDags() {
        assertThat(airflow.version().orElseThrow().version()).matches("3\\.\\d+\\.\\d+");
        assertThat(airflow.health().orElseThrow().isReady()).isTrue();
        List<Dag> dags =
                airflow.dags().list(DagQuery.tagged("client")).orElseThrow().toList();
        assertThat(dags)
                .extracting(Dag::dagId)
                .contains("client_daily", "client_quick")
                .isSorted();
        assertThat(airflow.dags().list(DagQuery.like("client_qui")).orElseThrow())
                .extracting(Dag::dagId)
                .containsExactly("client_quick");
        Dag daily = airflow.dags().one("client_daily").orElseThrow();
        assertThat(daily.nextRunAfter()).isAfter(Instant.now());
    }

    @Test
    void readsADagsDocumentationAndParams() {
        DagDetails details = airflow.dags().details("client_quick").orElseThrow();
        assertThat(details.docMd()).contains("Ends at once.");
        assertThat(details.params().at("/count/schema/maximum").asInt()).isEqualTo(9);
    }

    @Test
    void runsADagAndReadsWhatItReturned() {
        Run run = trigger("client_quick", Map.of("count", 3));
        assertThat(end(run.key()).state().kind()).isEqualTo(RunState.Kind.SUCCESS);
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
        assertThat(end(order.run()).state().kind()).isEqualTo(RunState.Kind.SUCCESS);
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
                    try (Airflow own = as("plumbline", running.password("plumbline"))) {
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
    void isUnauthorisedWithAWrongPassword() {
        try (Airflow wrong = as("plumbline", "wrong")) {
            assertThat(refusal(wrong.dags().one("client_quick")))
                    .isEqualTo(new Refusal.Unauthorised("Invalid credentials"));
        }
    }

    @Test
    void letsAViewerLookOnly() {
        try (Airflow viewer = as("viewer", running.password("viewer"))) {
            assertThat(viewer.dags().one("client_quick")).isInstanceOf(Value.class);
            assertThat(viewer.pools().list()).isInstanceOf(Value.class);
            assertThat(viewer.dags().importErrors()).isInstanceOf(Value.class);
            assertThat(viewer.backfills().list("client_daily")).isInstanceOf(Value.class);
            assertThat(viewer.assets().events(AssetEventQuery.all())).isInstanceOf(Value.class);
            for (Answer<?> answer : List.of(
                    viewer.runs().trigger(RunOrder.of("client_quick", id("viewer"))),
                    viewer.dags().pause("client_quick"),
                    viewer.pools().createIfAbsent(new PoolOrder("viewers", 1, "")),
                    viewer.backfills().create(days("client_daily", 1)))) {
                assertThat(refusal(answer)).isEqualTo(new Refusal.Forbidden("Forbidden"));
            }
        }
    }

    @Test
    void saysWhatIsWrongWithAParam() {
        RunOrder order = RunOrder.of("client_quick", id("wrong")).withConf(Map.of("count", 77));
        assertThat(refusal(airflow.runs().trigger(order)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.said())
                                .contains("count")
                                .contains("77 is greater than the maximum of 9"));
        assertThat(refusal(airflow.runs().one(order.run()))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void saysThatADagIsNotThere() {
        assertThat(refusal(airflow.runs().trigger(RunOrder.of("client_none", "r"))))
                .isInstanceOfSatisfying(
                        Refusal.NotFound.class, none -> assertThat(none.said()).contains("client_none"));
    }

    @Test
    void doesNotWaitForADagThatIsPaused() {
        Run run = trigger("client_paused", Map.of());
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
    void pausesAndUnpauses() {
        assertThat(airflow.dags().pause("client_daily").orElseThrow().isPaused())
                .isTrue();
        assertThat(airflow.dags().unpause("client_daily").orElseThrow().isPaused())
                .isFalse();
        assertThat(airflow.dags().unpause("client_daily").orElseThrow().isPaused())
                .isFalse();
    }

    @Test
    void cancelsARunThatGoes() {
        Run run = trigger("client_slow", Map.of());
        TaskKey task = TaskKey.of(run.key(), "sleep");
        until(() -> taskState(task) == TaskState.Kind.RUNNING);
        assertThat(airflow.runs().cancel(run.key()).orElseThrow().state().kind())
                .isEqualTo(RunState.Kind.FAILED);
        until(() -> taskState(task) == TaskState.Kind.FAILED);
    }

    private static TaskState.Kind taskState(TaskKey task) {
        return airflow.tasks()
                .of(task.run())
                .orElseThrow()
                .filter(each -> each.taskId().equals(task.taskId()))
                .findFirst()
                .map(each -> each.state().kind())
                .orElse(TaskState.Kind.NONE);
    }

    @Test
    void clearsWhatFailedSoThatItRunsAgain() {
        Run run = trigger("client_second_try", Map.of());
        assertThat(end(run.key()).state().kind()).isEqualTo(RunState.Kind.FAILED);
        assertThat(airflow.runs()
                        .clear(run.key(), Clearing.FAILED_TASKS)
                        .orElseThrow()
                        .state()
                        .isEnd())
                .isFalse();
        assertThat(end(run.key()).state().kind()).isEqualTo(RunState.Kind.SUCCESS);
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
        Run run = trigger("client_some_seconds", Map.of());
        TaskKey task = TaskKey.of(run.key(), "count");
        until(() -> taskState(task) == TaskState.Kind.RUNNING);
        List<LogLine> lines = new ArrayList<>();
        LogPosition position = LogPosition.START;
        int reads = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!position.isEnd() && System.nanoTime() < deadline) {
            position = airflow.tasks().logFrom(position, task, 1, lines::add).orElseThrow();
            reads++;
            pause();
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
        Run run = trigger("client_paused", Map.of());
        assertThat(refusal(airflow.tasks().wholeLog(TaskKey.of(run.key(), "nothing"), 1, line -> {})))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void runsThePastOfADag() {
        List<BackfillRun> planned =
                airflow.backfills().dryRun(days("client_daily", 3)).orElseThrow();
        assertThat(planned).extracting(BackfillRun::logicalDate).hasSize(3).doesNotContainNull();
        Backfill backfill = airflow.backfills().create(days("client_daily", 3)).orElseThrow();
        assertThat(airflow.backfills().list("client_daily").orElseThrow())
                .extracting(Backfill::id)
                .contains(backfill.id());
        until(() -> airflow.backfills().one(backfill.id()).orElseThrow().completedAt() != null);
        assertThat(airflow.runs()
                        .list(RunQuery.of("client_daily").withRunType("backfill"))
                        .orElseThrow())
                .hasSize(3)
                .allSatisfy(run -> assertThat(run.state().kind()).isEqualTo(RunState.Kind.SUCCESS));
        assertThat(airflow.backfills().cancel(backfill.id()).orElseThrow().completedAt())
                .isNotNull();
    }

    @Test
    void cancelsABackfill() {
        Backfill backfill =
                airflow.backfills().create(days("client_daily_paused", 20)).orElseThrow();
        assertThat(refusal(airflow.backfills().create(days("client_daily_paused", 2))))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(airflow.backfills().cancel(backfill.id()).orElseThrow().completedAt())
                .isNotNull();
    }

    private static BackfillOrder days(String dagId, int count) {
        Instant first = Instant.parse("2026-02-01T00:00:00Z");
        return BackfillOrder.of(dagId, first, first.plus(Duration.ofDays(count - 1)));
    }

    @Test
    void seesWhatAnAssetStarts() {
        Run run = trigger("client_maker", Map.of());
        assertThat(end(run.key()).state().kind()).isEqualTo(RunState.Kind.SUCCESS);
        Asset asset =
                airflow.assets().like("client_made").orElseThrow().findFirst().orElseThrow();
        assertThat(asset.scheduledDags()).extracting(Asset.DagName::dagId).containsExactly("client_taker");
        until(() -> events(run).stream().anyMatch(event -> !event.createdRuns().isEmpty()));
        AssetEvent event = events(run).getFirst();
        assertThat(event.assetId()).isEqualTo(asset.id());
        assertThat(event.extra().path("rows").asInt()).isEqualTo(7);
        AssetEvent.CreatedRun created = event.createdRuns().getFirst();
        assertThat(created.dagId()).isEqualTo("client_taker");
        assertThat(end(new RunKey(created.dagId(), created.runId())).runType()).isEqualTo("asset_triggered");
    }

    /// None while Airflow cannot say: it fails as long as a run that the event created has no start.
    private static List<AssetEvent> events(Run run) {
        return airflow.assets().events(AssetEventQuery.madeBy(run.key()))
                        instanceof Value<Stream<AssetEvent>>(var events)
                ? events.toList()
                : List.of();
    }

    @Test
    void makesAPoolOnce() {
        String name = id("pool");
        assertThat(airflow.pools()
                        .createIfAbsent(new PoolOrder(name, 2, "two"))
                        .orElseThrow()
                        .openSlots())
                .isEqualTo(2);
        assertThat(airflow.pools()
                        .createIfAbsent(new PoolOrder(name, 5, "five"))
                        .orElseThrow()
                        .slots())
                .isEqualTo(2);
        assertThat(airflow.pools().list().orElseThrow()).extracting(Pool::name).contains("default_pool", name);
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

    private static void until(Callable<Boolean> condition) {
        Polling.until(PATIENCE, condition);
    }

    private static void pause() {
        Polling.pause();
    }
}
