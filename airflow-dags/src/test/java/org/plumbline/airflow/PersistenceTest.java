package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.Answers.refusal;
import static org.plumbline.airflow.ScriptedAirflow.detail;
import static org.plumbline.airflow.ScriptedAirflow.json;
import static org.plumbline.airflow.ScriptedAirflow.lost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.BackfillOrder;
import org.plumbline.airflow.model.Clearing;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Refusal.Effect;
import org.plumbline.airflow.model.Refusal.Unavailable;
import org.plumbline.airflow.model.RunKey;

/// What is asked again, when and how often; what is not; and how much is asked at once.
class PersistenceTest {

    private static final String CLEAR = "POST /api/v2/dags/d/dagRuns/r/clear";
    private static final RunKey KEY = new RunKey("d", "r");

    @AutoClose
    private final ScriptedAirflow airflow = new ScriptedAirflow();

    @Test
    void triesAReadAgainWhereTheServerFails() {
        MockResponse plain = new MockResponse.Builder()
                .code(500)
                .body("Internal Server Error")
                .build();
        assertThat(airflow.dag(plain, plain, json("{\"dag_id\": \"d\"}"))).isInstanceOf(Value.class);
        assertThat(airflow.timing.pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void triesAReadAgainWhereTheConnectionBreaks() {
        assertThat(airflow.dag(lost(), json("{\"dag_id\": \"d\"}"))).isInstanceOf(Value.class);
    }

    @Test
    void givesUpInTheEnd() {
        assertThat(refusal(airflow.dag(detail(503, "starting"))))
                .isEqualTo(new Unavailable(
                        "http://127.0.0.1:" + airflow.server.getPort() + "/ answers 503: starting, asked 4 times",
                        Effect.NOTHING_DONE));
        assertThat(airflow.lines()).hasSize(4);
    }

    @Test
    void beginsNoOtherTryWhenTheTimeForAllOfThemIsOver() {
        MockResponse busy = new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "6")
                .build();
        assertThat(refusal(airflow.dag(busy)).said()).endsWith(", asked 3 times");
    }

    @Test
    void asksAFewQuestionsAtOnceHoweverManyThreadsAsk() throws Exception {
        airflow.on(ScriptedAirflow.DAG, json("{\"dag_id\": \"d\"}"));
        try (Airflow client = airflow.client()) {
            assertThat(mostAtOnce(() -> client.dags().one("d"))).isBetween(2, 4);
        }
    }

    @Test
    void changesOneThingAtATime() throws Exception {
        airflow.on(CLEAR, json(ScriptedAirflow.run("r", "queued")));
        try (Airflow client = airflow.client()) {
            client.runs().clear(KEY, Clearing.ALL_TASKS).orElseThrow();
            assertThat(mostAtOnce(() -> client.runs().clear(KEY, Clearing.ALL_TASKS)))
                    .isEqualTo(1);
        }
    }

    private int mostAtOnce(Callable<Answer<?>> question) throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        airflow.during = () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Polling.pause(Duration.ofMillis(10));
            now.decrementAndGet();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer<?>>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(question))
                    .toList();
            for (Future<Answer<?>> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Value.class);
            }
        }
        return most.get();
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        MockResponse busy = new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "7")
                .build();
        assertThat(airflow.dag(busy, json("{\"dag_id\": \"d\"}"))).isInstanceOf(Value.class);
        assertThat(airflow.timing.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void doesNotWaitLongerThanItsBound() {
        MockResponse busy = new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "3600")
                .build();
        assertThat(refusal(airflow.dag(busy)).said()).endsWith("answers 503, and asks to wait 3600 s");
        assertThat(airflow.timing.pauses).isEmpty();
    }

    @Test
    void doesNotRepeatWhatIsNotSafeToRepeat() {
        airflow.on(CLEAR, lost());
        try (Airflow client = airflow.client()) {
            assertThat(refusal(client.runs().clear(KEY, Clearing.ALL_TASKS)))
                    .isInstanceOfSatisfying(
                            Unavailable.class, away -> assertThat(away.effect()).isEqualTo(Effect.PERHAPS_DONE));
        }
        assertThat(airflow.lines()).containsExactly(CLEAR);
    }

    @Test
    void doesNotRepeatABackfillWhoseAnswerFailed() {
        airflow.on("POST /api/v2/backfills", detail(500, "Database error"));
        try (Airflow client = airflow.client()) {
            assertThat(refusal(client.backfills()
                            .create(BackfillOrder.of(
                                    "d",
                                    Instant.parse("2026-11-01T00:00:00Z"),
                                    Instant.parse("2026-11-02T00:00:00Z")))))
                    .isInstanceOfSatisfying(
                            Unavailable.class, away -> assertThat(away.effect()).isEqualTo(Effect.PERHAPS_DONE));
        }
        assertThat(airflow.lines()).hasSize(1);
    }

    @Test
    void repeatsAnOrderThatTheServerTurnedAwayUnread() {
        airflow.on(CLEAR, detail(429, "too many"), json(ScriptedAirflow.run("r", "queued")));
        try (Airflow client = airflow.client()) {
            assertThat(client.runs().clear(KEY, Clearing.FAILED_TASKS)).isInstanceOf(Value.class);
        }
    }

    /// SQLite's limits, which Airflow says before it makes anything.
    @Test
    void repeatsABackfillThatMetAnotherWriter() {
        airflow.on(
                "POST /api/v2/backfills",
                detail(503, "Database is locked. Backfill creation is not supported on SQLite"),
                detail(409, "There is a backfill already"));
        try (Airflow client = airflow.client()) {
            assertThat(refusal(client.backfills()
                            .create(BackfillOrder.of(
                                    "d",
                                    Instant.parse("2026-11-01T00:00:00Z"),
                                    Instant.parse("2026-11-02T00:00:00Z")))))
                    .isEqualTo(new Refusal.Conflict("There is a backfill already"));
        }
    }

    @Test
    void repeatsAnOrderThatNeverLeft() {
        Airflow client = airflow.client(airflow.descriptionWith(new Login.Bearer(Secret.of("token"))));
        airflow.close();
        assertThat(refusal(client.runs().clear(KEY, Clearing.ALL_TASKS)))
                .isInstanceOfSatisfying(Unavailable.class, away -> {
                    assertThat(away.effect()).isEqualTo(Effect.NOTHING_DONE);
                    assertThat(away.said()).contains("ConnectException").contains("asked 4 times");
                });
        client.close();
    }
}
