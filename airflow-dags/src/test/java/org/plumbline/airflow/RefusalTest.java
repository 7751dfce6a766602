package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.BackfillOrder;
import org.plumbline.airflow.model.Clearing;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Refusal.Effect;
import org.plumbline.airflow.model.Refusal.Invalid;
import org.plumbline.airflow.model.Refusal.Unavailable;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;

class RefusalTest {

    private static final String DAG = "GET /api/v2/dags/d";
    private static final String CLEAR = "POST /api/v2/dags/d/dagRuns/r/clear";
    private static final RunKey KEY = new RunKey("d", "r");

    @AutoClose
    private final ScriptedAirflow airflow = new ScriptedAirflow();

    private Answer<Dag> dag(MockResponse... responses) {
        airflow.on(DAG, responses);
        try (Airflow client = airflow.client()) {
            return client.dags().one("d");
        }
    }

    private static Refusal refusal(Answer<?> answer) {
        return answer instanceof Refused<?>(Refusal refusal) ? refusal : fail(answer);
    }

    private static Refusal fail(Answer<?> answer) {
        throw new AssertionError("no refusal: " + answer);
    }

    @Test
    void speaksInTheServersWords() {
        assertThat(refusal(dag(detail(404, "Dag with dag_id: 'd' not found"))))
                .isEqualTo(new Refusal.NotFound("Dag with dag_id: 'd' not found"));
    }

    @Test
    void namesFieldsAndKeepsQuietAboutWhatWasSent() {
        String body = """
                {"detail": [{"type": "missing", "loc": ["body", "logical_date"], "msg": "Field required",
                             "input": {"conf": {"text": "private"}}},
                            {"type": "extra_forbidden", "loc": ["body", "x", 0], "msg": "Extra inputs", "input": 1}]}""";
        assertThat(refusal(dag(json(422, body))))
                .isEqualTo(new Invalid(
                        "body.logical_date: Field required; body.x.0: Extra inputs",
                        List.of(
                                new Invalid.Reason("body.logical_date", "Field required"),
                                new Invalid.Reason("body.x.0", "Extra inputs"))));
    }

    @Test
    void readsReasonAndMessageOfADetailThatIsAnObject() {
        String body = """
                {"detail": {"reason": "Unique constraint violation", "statement": "hidden",
                            "message": "Serious error. ID 7"}}""";
        assertThat(refusal(dag(json(409, body))))
                .isEqualTo(new Refusal.Conflict("Unique constraint violation: Serious error. ID 7"));
    }

    @Test
    void takesABadRequestAsInvalid() {
        assertThat(refusal(dag(detail(400, "DAG with dag_id: 'd' has import errors and cannot be triggered"))))
                .isEqualTo(new Invalid("DAG with dag_id: 'd' has import errors and cannot be triggered", List.of()));
    }

    @Test
    void triesAReadAgainWhereTheServerFails() {
        MockResponse plain = new MockResponse.Builder()
                .code(500)
                .body("Internal Server Error")
                .build();
        assertThat(dag(plain, plain, json("{\"dag_id\": \"d\"}"))).isInstanceOf(Value.class);
        assertThat(airflow.timing.pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void triesAReadAgainWhereTheConnectionBreaks() {
        assertThat(dag(lost(), json("{\"dag_id\": \"d\"}"))).isInstanceOf(Value.class);
    }

    @Test
    void givesUpInTheEnd() {
        assertThat(refusal(dag(detail(503, "starting"))))
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
        assertThat(refusal(dag(busy)).said()).endsWith(", asked 3 times");
    }

    @Test
    void asksAFewQuestionsAtOnceHoweverManyThreadsAsk() throws Exception {
        airflow.on(DAG, json("{\"dag_id\": \"d\"}"));
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
        assertThat(dag(busy, json("{\"dag_id\": \"d\"}"))).isInstanceOf(Value.class);
        assertThat(airflow.timing.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void doesNotWaitLongerThanItsBound() {
        MockResponse busy = new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "3600")
                .build();
        assertThat(refusal(dag(busy)).said()).endsWith("answers 503, and asks to wait 3600 s");
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

    @Test
    void saysWhatItGotWhereThatIsAWebPage() {
        MockResponse page = new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html>log in here</html>")
                .build();
        assertThat(refusal(dag(page)).said()).contains("answers is not Airflow's");
        assertThat(airflow.lines()).hasSize(1);
    }

    @Test
    void doesNotShowAPagesMarkup() {
        MockResponse page = new MockResponse.Builder()
                .code(404)
                .setHeader("Content-Type", "text/html")
                .body("<html>none</html>")
                .build();
        assertThat(refusal(dag(page))).isEqualTo(new Refusal.NotFound("a web page"));
    }

    @Test
    void saysWhereAnAddressLeads() {
        MockResponse elsewhere = new MockResponse.Builder()
                .code(301)
                .setHeader("Location", "https://airflow.example.org/api/v2/dags/d")
                .build();
        assertThat(refusal(dag(elsewhere)).said())
                .endsWith("leads to another address; give that one: https://airflow.example.org/api/v2/dags/d");
        assertThat(airflow.lines()).hasSize(1);
    }

    @Test
    void takesNoAnswerBeyondItsBound() {
        String large = "{\"dag_id\": \"d\", \"description\": \"" + "x".repeat(1 << 20) + "\"}";
        assertThat(refusal(dag(json(large))).said())
                .isEqualTo("an answer of more than 1048576 bytes, which is the bound");
    }

    @Test
    void takesNoAnswerWithoutWhatItNeeds() {
        assertThat(refusal(dag(json("{\"is_paused\": true}"))).said()).contains("answers is not Airflow's");
    }

    @Test
    void passesOverFieldsOfALaterAirflow() {
        assertThat(dag(json("{\"dag_id\": \"d\", \"is_paused\": true, \"a\": {\"b\": [1]}, \"tags\": null}"))
                        .orElseThrow()
                        .isPaused())
                .isTrue();
    }

    @Test
    void keepsAStateOfALaterAirflow() {
        airflow.on("GET /api/v2/dags/d/dagRuns/r", json(ScriptedAirflow.run("r", "hibernating")));
        try (Airflow client = airflow.client()) {
            Run run = client.runs().one(KEY).orElseThrow();
            assertThat(run.state().text()).isEqualTo("hibernating");
            assertThat(run.state().kind()).isEqualTo(org.plumbline.airflow.model.RunState.Kind.UNKNOWN);
            assertThat(run.state().isEnd()).isFalse();
        }
    }

    @Test
    void doesNotCancelWhatHasEnded() {
        airflow.on("GET /api/v2/dags/d/dagRuns/r", json(ScriptedAirflow.run("r", "success")));
        try (Airflow client = airflow.client()) {
            assertThat(refusal(client.runs().cancel(KEY)))
                    .isEqualTo(new Refusal.Conflict("run r of d has ended: success"));
        }
        assertThat(airflow.lines()).containsExactly("GET /api/v2/dags/d/dagRuns/r");
    }

    @Test
    void saysThatAirflow2IsNotSpokenTo() {
        airflow.on("GET /api/v2/version", detail(404, "Not Found"));
        try (Airflow client = airflow.client()) {
            assertThat(refusal(client.version()).said()).startsWith("no Airflow 3 at this address");
        }
    }
}
