package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.ScriptedAirflow.detail;
import static org.plumbline.airflow.ScriptedAirflow.json;
import static org.plumbline.airflow.ScriptedAirflow.lost;
import static org.plumbline.airflow.ScriptedAirflow.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.PoolOrder;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Refusal.Effect;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.Triggered;
import org.plumbline.airflow.model.Triggered.How;

class TriggerTest {

    private static final String POST = "POST /api/v2/dags/d/dagRuns";
    private static final String GET = "GET /api/v2/dags/d/dagRuns/r";
    private static final RunOrder ORDER = RunOrder.of("d", "r");

    @AutoClose
    private final ScriptedAirflow airflow = new ScriptedAirflow();

    private Answer<Triggered> trigger(RunOrder order) {
        try (Airflow client = airflow.client()) {
            return client.runs().trigger(order);
        }
    }

    @Test
    void sendsWhatAirflowWantsAndNoMore() {
        airflow.on(POST, json(run("r", "queued")));
        assertThat(trigger(ORDER).orElseThrow().how()).isEqualTo(How.NEW);
        assertThat(airflow.asked().getFirst().body())
                .isEqualTo("{\"dag_run_id\":\"r\",\"logical_date\":null,\"conf\":{}}");
    }

    @Test
    void sendsParamsDatesAndANote() {
        airflow.on(POST, json(run("r", "queued")));
        trigger(ORDER.withConf(Map.of("count", 3))
                .withLogicalDate(Instant.parse("2026-11-22T08:00:00Z"))
                .withRunAfter(Instant.parse("2026-11-23T08:00:00.5Z"))
                .withNote("by hand"));
        assertThat(airflow.asked().getFirst().body())
                .isEqualTo("{\"dag_run_id\":\"r\",\"logical_date\":\"2026-11-22T08:00:00Z\","
                        + "\"run_after\":\"2026-11-23T08:00:00.500Z\",\"conf\":{\"count\":3},\"note\":\"by hand\"}");
    }

    @Test
    void sendsAParamThatIsNull() {
        airflow.on(POST, json(run("r", "queued")));
        Map<String, Object> conf = new HashMap<>();
        conf.put("since", null);
        trigger(ORDER.withConf(conf));
        assertThat(airflow.asked().getFirst().body()).contains("\"conf\":{\"since\":null}");
    }

    @Test
    void takesTheRunThatIsThere() {
        airflow.on(POST, detail(409, "Unique constraint violation")).on(GET, json(run("r", "running")));
        Triggered triggered = trigger(ORDER).orElseThrow();
        assertThat(triggered.how()).isEqualTo(How.FOUND);
        assertThat(triggered.run().state().text()).isEqualTo("running");
    }

    @Test
    void isAConflictWhereAnotherRunHasTheLogicalDate() {
        airflow.on(POST, detail(409, "Unique constraint violation")).on(GET, detail(404, "no such run"));
        assertThat(trigger(ORDER))
                .isEqualTo(new Refused<Triggered>(new Refusal.Conflict("Unique constraint violation")));
        assertThat(airflow.lines()).containsExactly(POST, GET);
    }

    @Test
    void looksBeforeItOrdersAgainWhereTheAnswerWasLost() {
        airflow.on(POST, lost(), json(run("r", "queued"))).on(GET, detail(404, "no such run"));
        assertThat(trigger(ORDER).orElseThrow().how()).isEqualTo(How.NEW);
        assertThat(airflow.lines()).containsExactly(POST, GET, POST);
    }

    @Test
    void takesTheRunWhoseAnswerWasLost() {
        airflow.on(POST, lost()).on(GET, json(run("r", "queued")));
        assertThat(trigger(ORDER).orElseThrow().how()).isEqualTo(How.FOUND);
        assertThat(airflow.lines()).containsExactly(POST, GET);
    }

    @Test
    void takesTheRunThatAFailingServerMade() {
        airflow.on(POST, detail(500, "Database error")).on(GET, json(run("r", "queued")));
        assertThat(trigger(ORDER).orElseThrow().how()).isEqualTo(How.FOUND);
    }

    @Test
    void givesUpOrderingInTheEnd() {
        airflow.on(POST, detail(500, "Database error")).on(GET, detail(404, "no such run"));
        assertThat(trigger(ORDER))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        Refusal.Unavailable.class,
                                        away -> assertThat(away.effect()).isEqualTo(Effect.PERHAPS_DONE)));
        assertThat(airflow.lines().stream().filter(POST::equals)).hasSize(4);
    }

    @Test
    void passesOnWhatIsWrongWithAParam() {
        airflow.on(POST, detail(400, "Invalid input for param count: 0 is less than the minimum of 1"));
        assertThat(trigger(ORDER))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Invalid.class));
        assertThat(airflow.lines()).containsExactly(POST);
    }

    @Test
    void saysThatADagsFileBroke() {
        airflow.on(POST, detail(404, "Dag with dag_id: 'd' not found"))
                .on("GET /api/v2/dags/d", json("{\"dag_id\": \"d\", \"has_import_errors\": true}"));
        assertThat(trigger(ORDER))
                .isEqualTo(new Refused<Triggered>(
                        new Refusal.Invalid("Dag with dag_id: 'd' not found; its file has import errors", List.of())));
    }

    @Test
    void makesAPoolOnce() {
        airflow.on("POST /api/v2/pools", detail(409, "Unique constraint violation"))
                .on("GET /api/v2/pools/ncbi", json("{\"name\": \"ncbi\", \"slots\": 2, \"open_slots\": 1}"));
        try (Airflow client = airflow.client()) {
            assertThat(client.pools()
                            .createIfAbsent(new PoolOrder("ncbi", 1, "one at a time"))
                            .orElseThrow()
                            .slots())
                    .isEqualTo(2);
        }
        assertThat(airflow.asked().getFirst().body())
                .isEqualTo(
                        "{\"name\":\"ncbi\",\"slots\":1,\"description\":\"one at a time\",\"include_deferred\":false}");
    }
}
