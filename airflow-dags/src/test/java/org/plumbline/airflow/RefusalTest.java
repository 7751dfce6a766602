package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.Answers.refusal;
import static org.plumbline.airflow.ScriptedAirflow.detail;
import static org.plumbline.airflow.ScriptedAirflow.json;

import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Refusal.Invalid;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunState;

/// What a refusal says, and what the client does not take for an answer.
class RefusalTest {

    private static final RunKey KEY = new RunKey("d", "r");

    @AutoClose
    private final ScriptedAirflow airflow = new ScriptedAirflow();

    @Test
    void speaksInTheServersWords() {
        assertThat(refusal(airflow.dag(detail(404, "Dag with dag_id: 'd' not found"))))
                .isEqualTo(new Refusal.NotFound("Dag with dag_id: 'd' not found"));
    }

    @Test
    void namesFieldsAndKeepsQuietAboutWhatWasSent() {
        String body = """
                {"detail": [{"type": "missing", "loc": ["body", "logical_date"], "msg": "Field required",
                             "input": {"conf": {"text": "private"}}},
                            {"type": "extra_forbidden", "loc": ["body", "x", 0], "msg": "Extra inputs", "input": 1}]}""";
        assertThat(refusal(airflow.dag(json(422, body))))
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
        assertThat(refusal(airflow.dag(json(409, body))))
                .isEqualTo(new Refusal.Conflict("Unique constraint violation: Serious error. ID 7"));
    }

    @Test
    void takesABadRequestAsInvalid() {
        assertThat(refusal(airflow.dag(
                        detail(400, "ScriptedAirflow.DAG with dag_id: 'd' has import errors and cannot be triggered"))))
                .isEqualTo(new Invalid(
                        "ScriptedAirflow.DAG with dag_id: 'd' has import errors and cannot be triggered", List.of()));
    }

    @Test
    void saysWhatItGotWhereThatIsAWebPage() {
        MockResponse page = new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html>log in here</html>")
                .build();
        assertThat(refusal(airflow.dag(page)).said()).contains("answers is not Airflow's");
        assertThat(airflow.lines()).hasSize(1);
    }

    @Test
    void doesNotShowAPagesMarkup() {
        MockResponse page = new MockResponse.Builder()
                .code(404)
                .setHeader("Content-Type", "text/html")
                .body("<html>none</html>")
                .build();
        assertThat(refusal(airflow.dag(page))).isEqualTo(new Refusal.NotFound("a web page"));
    }

    @Test
    void saysWhereAnAddressLeads() {
        MockResponse elsewhere = new MockResponse.Builder()
                .code(301)
                .setHeader("Location", "https://airflow.example.org/api/v2/dags/d")
                .build();
        assertThat(refusal(airflow.dag(elsewhere)).said())
                .endsWith("leads to another address; give that one: https://airflow.example.org/api/v2/dags/d");
        assertThat(airflow.lines()).hasSize(1);
    }

    @Test
    void takesNoAnswerBeyondItsBound() {
        String large = "{\"dag_id\": \"d\", \"description\": \"" + "x".repeat(1 << 20) + "\"}";
        assertThat(refusal(airflow.dag(json(large))).said())
                .isEqualTo("an answer of more than 1048576 bytes, which is the bound");
    }

    @Test
    void takesNoAnswerWithoutWhatItNeeds() {
        assertThat(refusal(airflow.dag(json("{\"is_paused\": true}"))).said()).contains("answers is not Airflow's");
    }

    @Test
    void passesOverFieldsOfALaterAirflow() {
        assertThat(airflow.dag(json("{\"dag_id\": \"d\", \"is_paused\": true, \"a\": {\"b\": [1]}, \"tags\": null}"))
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
            assertThat(run.state().kind()).isEqualTo(RunState.Kind.UNKNOWN);
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
