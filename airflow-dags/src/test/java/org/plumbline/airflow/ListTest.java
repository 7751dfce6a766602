package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.airflow.ScriptedAirflow.detail;
import static org.plumbline.airflow.ScriptedAirflow.json;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Pool;
import org.plumbline.airflow.model.RefusedException;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunQuery;
import org.plumbline.airflow.model.RunState;

class ListTest {

    private static final String POOLS = "GET /api/v2/pools";

    @AutoClose
    private final ScriptedAirflow airflow = new ScriptedAirflow();

    private static MockResponse page(int from, int to, String total) {
        String pools = IntStream.range(from, to)
                .mapToObj("{\"name\": \"p%d\", \"slots\": 1}"::formatted)
                .collect(Collectors.joining(","));
        return json("{\"pools\": [" + pools + "], \"total_entries\": " + total + "}");
    }

    private List<String> names() {
        try (Airflow client = airflow.client()) {
            return client.pools().list().orElseThrow().map(Pool::name).toList();
        }
    }

    private static List<String> expected(int count) {
        return IntStream.range(0, count).mapToObj("p%d"::formatted).toList();
    }

    @Test
    void readsPageAfterPage() {
        airflow.on(POOLS, page(0, 100, "230"), page(100, 200, "230"), page(200, 230, "230"));
        assertThat(names()).isEqualTo(expected(230));
        assertThat(airflow.lines())
                .containsExactly(
                        POOLS + "?order_by=id&limit=100&offset=0",
                        POOLS + "?order_by=id&limit=100&offset=100",
                        POOLS + "?order_by=id&limit=100&offset=200");
    }

    @Test
    void goesOnBehindWhatCameWhereTheServersPagesAreSmaller() {
        airflow.on(POOLS, page(0, 50, "80"), page(50, 80, "80"));
        assertThat(names()).isEqualTo(expected(80));
        assertThat(airflow.lines().getLast()).endsWith("offset=50");
    }

    @Test
    void readsToAnEmptyPageWhereTheServerGivesNoTotal() {
        airflow.on(POOLS, page(0, 100, "null"), page(100, 101, "null"), page(0, 0, "null"));
        assertThat(names()).isEqualTo(expected(101));
    }

    @Test
    void givesNothingTwiceWherePagesShift() {
        airflow.on(POOLS, page(0, 100, "103"), page(98, 103, "105"));
        assertThat(names()).isEqualTo(expected(103));
    }

    @Test
    void isEmptyWhereNothingIsThere() {
        airflow.on(POOLS, page(0, 0, "0"));
        assertThat(names()).isEmpty();
        assertThat(airflow.lines()).hasSize(1);
    }

    @Test
    void readsAPageOnlyWhenTheStreamGetsThere() {
        airflow.on(POOLS, page(0, 100, "200"), page(100, 200, "200"));
        try (Airflow client = airflow.client()) {
            Stream<Pool> pools = client.pools().list().orElseThrow();
            assertThat(airflow.lines()).hasSize(1);
            assertThat(pools.limit(100)).hasSize(100);
            assertThat(airflow.lines()).hasSize(1);
        }
    }

    @Test
    void refusesAtOnceWhereTheFirstPageIsRefused() {
        airflow.on(POOLS, detail(403, "Forbidden"));
        try (Airflow client = airflow.client()) {
            assertThat(client.pools().list()).isInstanceOf(Refused.class);
        }
    }

    @Test
    void throwsWhereALaterPageIsRefused() {
        airflow.on(POOLS, page(0, 100, "200"), detail(403, "Forbidden"));
        assertThatThrownBy(this::names).isInstanceOf(RefusedException.class).hasMessage("Forbidden: Forbidden");
    }

    @Test
    void asksForRunsAsTheQuerySays() {
        airflow.on("GET /api/v2/dags/~/dagRuns", json("{\"dag_runs\": [], \"total_entries\": 0}"));
        try (Airflow client = airflow.client()) {
            client.runs()
                    .list(RunQuery.of(RunQuery.EVERY_DAG)
                            .withStates(RunState.Kind.QUEUED, RunState.Kind.RUNNING)
                            .withRunType("backfill")
                            .withRunIdPattern("a+b")
                            .between(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z")))
                    .orElseThrow();
        }
        assertThat(airflow.lines())
                .containsExactly("GET /api/v2/dags/~/dagRuns?order_by=-run_after&run_type=backfill"
                        + "&run_after_gte=2026-11-01T00%3A00%3A00Z&run_after_lte=2026-11-02T00%3A00%3A00Z"
                        + "&run_id_pattern=a%2Bb&state=queued&state=running&limit=100&offset=0");
    }

    @Test
    void writesIdsAsOneSegment() {
        airflow.on(
                "GET /api/v2/dags/d/dagRuns/scheduled__2026-11-21T00:00:00+00:00",
                json(ScriptedAirflow.run("r", "queued")));
        airflow.on("GET /api/v2/dags/d%20%25/dagRuns/%3F%23", json(ScriptedAirflow.run("r", "queued")));
        try (Airflow client = airflow.client()) {
            client.runs()
                    .one(new RunKey("d", "scheduled__2026-11-21T00:00:00+00:00"))
                    .orElseThrow();
            client.runs().one(new RunKey("d %", "?#")).orElseThrow();
        }
    }

    @Test
    void asksNothingWithWhatIsNoId() {
        try (Airflow client = airflow.client()) {
            for (String id : new String[] {"", ".", "..", "a/b"}) {
                assertThat(client.runs().one(new RunKey("d", id)))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.refusal().said())
                                        .isEqualTo("dag_run_id: '" + id + "' is no id"));
            }
        }
        assertThat(airflow.lines()).isEmpty();
    }

    @Test
    void keepsThePathOfTheServersAddress() {
        airflow.on("GET /team/airflow/api/v2/version", json("{\"version\": \"3.3.2\"}"));
        for (String path : new String[] {"/team/airflow", "/team/airflow/"}) {
            var description = org.plumbline.airflow.connection.AirflowServer.at(
                    java.net.URI.create("http://127.0.0.1:" + airflow.server.getPort() + path),
                    airflow.description().login());
            try (Airflow client = airflow.client(description)) {
                assertThat(client.version().orElseThrow().version()).isEqualTo("3.3.2");
            }
        }
    }

    @Test
    void readsStatsOfSeveralDags() {
        airflow.on("GET /api/v2/dagStats", json("""
                {"dags": [{"dag_id": "d", "stats": [{"state": "queued", "count": 3}, {"state": "odd", "count": 1}]}],
                 "total_entries": 1}"""));
        try (Airflow client = airflow.client()) {
            var stats = client.dags().stats(List.of("d", "e")).orElseThrow();
            assertThat(stats).hasSize(1);
            assertThat(stats.getFirst().count(RunState.Kind.QUEUED)).isEqualTo(3);
        }
        assertThat(airflow.lines()).containsExactly("GET /api/v2/dagStats?dag_ids=d&dag_ids=e");
    }
}
