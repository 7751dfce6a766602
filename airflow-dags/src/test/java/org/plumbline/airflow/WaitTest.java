package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.ScriptedAirflow.detail;
import static org.plumbline.airflow.ScriptedAirflow.json;
import static org.plumbline.airflow.ScriptedAirflow.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.Waited;
import org.plumbline.airflow.model.Waiting;

class WaitTest {

    private static final String RUN = "GET /api/v2/dags/d/dagRuns/r";
    private static final String DAG = "GET /api/v2/dags/d";
    private static final Waiting AN_HOUR = Waiting.atMost(Duration.ofHours(1));

    private final List<String> seen = new ArrayList<>();
    private ScriptedAirflow airflow;

    @BeforeEach
    void open() throws IOException {
        airflow = new ScriptedAirflow();
        airflow.on(DAG, json("{\"dag_id\": \"d\", \"is_paused\": false}"));
    }

    @AfterEach
    void close() {
        airflow.close();
    }

    private Answer<Waited> await(Waiting waiting) {
        try (Airflow client = airflow.client()) {
            return client.runs()
                    .await(
                            new RunKey("d", "r"),
                            waiting.telling(run -> seen.add(run.state().text())));
        }
    }

    @Test
    void waitsForTheEndAndTellsEachChange() {
        airflow.on(
                RUN,
                json(run("r", "queued")),
                json(run("r", "queued")),
                json(run("r", "running")),
                json(run("r", "a_later_state")),
                json(run("r", "success")));
        assertThat(await(AN_HOUR))
                .isInstanceOfSatisfying(
                        Value.class, value -> assertThat(value.value()).isInstanceOf(Waited.Ended.class));
        assertThat(seen).containsExactly("queued", "running", "a_later_state", "success");
    }

    @Test
    void doesNotWaitForAPausedDag() throws IOException {
        airflow.close();
        airflow = new ScriptedAirflow();
        airflow.on(DAG, json("{\"dag_id\": \"d\", \"is_paused\": true}")).on(RUN, json(run("r", "queued")));
        assertThat(await(AN_HOUR).orElseThrow()).isInstanceOf(Waited.Paused.class);
        assertThat(airflow.timing.pauses).isEmpty();
    }

    @Test
    void stopsWhenTheTimeIsOver() {
        airflow.on(RUN, json(run("r", "running")));
        assertThat(await(Waiting.atMost(Duration.ofSeconds(10))).orElseThrow()).isInstanceOf(Waited.StillGoing.class);
        assertThat(airflow.timing.nanos())
                .isLessThanOrEqualTo(Duration.ofSeconds(10).toNanos());
    }

    @Test
    void waitsThroughAServerThatIsAway() {
        airflow.on(
                RUN,
                json(run("r", "running")),
                detail(503, "1"),
                detail(503, "2"),
                detail(503, "3"),
                detail(503, "4"),
                detail(503, "5"),
                detail(503, "6"),
                detail(503, "7"),
                detail(503, "8"),
                json(run("r", "failed")));
        assertThat(await(AN_HOUR).orElseThrow().run().state().text()).isEqualTo("failed");
    }

    @Test
    void saysThatTheServerStaysAway() {
        airflow.on(RUN, json(run("r", "running")), detail(503, "gone"));
        assertThat(await(AN_HOUR.withoutServer(Duration.ofSeconds(20))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
        assertThat(airflow.timing.nanos()).isLessThan(Duration.ofMinutes(1).toNanos());
    }

    @Test
    void saysThatTheRunIsGone() {
        airflow.on(RUN, json(run("r", "running")), detail(404, "no such run"));
        assertThat(await(AN_HOUR)).isEqualTo(new Refused<Waited>(new Refusal.NotFound("no such run")));
    }

    @Test
    void waitsUntilADagIsParsed() throws IOException {
        airflow.close();
        airflow = new ScriptedAirflow();
        airflow.on(DAG, detail(404, "no such DAG"), detail(404, "no such DAG"), json("{\"dag_id\": \"d\"}"));
        try (Airflow client = airflow.client()) {
            assertThat(client.dags().awaitParsed("d", Duration.ofMinutes(1))).isInstanceOf(Value.class);
        }
        assertThat(airflow.timing.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void saysThatADagIsStillNotParsed() throws IOException {
        airflow.close();
        airflow = new ScriptedAirflow();
        airflow.on(DAG, detail(404, "no such DAG"));
        try (Airflow client = airflow.client()) {
            assertThat(client.dags().awaitParsed("d", Duration.ofSeconds(5)))
                    .isEqualTo(new Refused<Dag>(new Refusal.NotFound("no such DAG")));
        }
        assertThat(airflow.timing.pauses).hasSize(5);
    }
}
