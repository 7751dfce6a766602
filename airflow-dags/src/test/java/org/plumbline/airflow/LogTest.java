package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.ScriptedAirflow.detail;
import static org.plumbline.airflow.ScriptedAirflow.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.LogLine;
import org.plumbline.airflow.model.LogPosition;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.TaskKey;

class LogTest {

    private static final String PATH = "GET /api/v2/dags/d/dagRuns/r/taskInstances/t/logs/1";
    private static final TaskKey TASK = TaskKey.of(new RunKey("d", "r"), "t");

    private final List<LogLine> lines = new ArrayList<>();

    @AutoClose
    private final ScriptedAirflow airflow = new ScriptedAirflow();

    private static MockResponse.Builder ndjson(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/x-ndjson")
                .setHeader("Airflow-Continuation-Token", "of no use")
                .chunkedBody(body, 7);
    }

    private static String line(int number) {
        return "{\"timestamp\": \"2026-11-23T08:00:00.123456+00:00\", \"event\": \"line " + number
                + "\", \"level\": \"info\", \"logger\": \"task.stdout\", \"filename\": \"x.py\"}\n";
    }

    private long whole() {
        try (Airflow client = airflow.client()) {
            return client.tasks().wholeLog(TASK, 1, lines::add).orElseThrow();
        }
    }

    private LogPosition from(LogPosition position) {
        try (Airflow client = airflow.client()) {
            return client.tasks().logFrom(position, TASK, 1, lines::add).orElseThrow();
        }
    }

    private List<String> events() {
        return lines.stream().map(LogLine::event).toList();
    }

    @Test
    void readsALogLineByLine() {
        airflow.on(PATH, ndjson(line(1) + line(2)).build());
        assertThat(whole()).isEqualTo(2);
        assertThat(lines.getFirst())
                .isEqualTo(new LogLine(
                        Instant.parse("2026-11-23T08:00:00.123456Z"),
                        "line 1",
                        "info",
                        "task.stdout",
                        java.util.Map.of("filename", com.fasterxml.jackson.databind.node.TextNode.valueOf("x.py"))));
        assertThat(airflow.lines()).containsExactly(PATH + "?map_index=-1&full_content=true");
    }

    @Test
    void takesBareTextAsALine() {
        airflow.on(
                PATH,
                ndjson(line(1) + "(Log stream stopped - logs may be incomplete.)\n42\n{broken")
                        .build());
        whole();
        assertThat(events())
                .containsExactly("line 1", "(Log stream stopped - logs may be incomplete.)", "42", "{broken");
    }

    @Test
    void goesOnBehindTheLastLineWhereTheConnectionBreaks() {
        String half = line(1) + line(2) + line(3);
        MockResponse broken = new MockResponse.Builder()
                .setHeader("Content-Type", "application/x-ndjson")
                .setHeader("Content-Length", Integer.toString(10 * half.length()))
                .body(half)
                .setHeader("Content-Length", Integer.toString(10 * half.length()))
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
        airflow.on(PATH, broken, ndjson(half + line(4)).build());
        assertThat(whole()).isEqualTo(4);
        assertThat(events()).containsExactly("line 1", "line 2", "line 3", "line 4");
    }

    @Test
    void cutsALineThatIsTooLong() {
        airflow.on(
                PATH,
                new MockResponse.Builder()
                        .setHeader("Content-Type", "application/x-ndjson")
                        .body("{\"event\": \"" + "x".repeat(2_000_000) + "\"}\n" + "y".repeat(9_000_000) + "\n"
                                + line(1))
                        .build());
        whole();
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line.event()).hasSizeLessThanOrEqualTo(1_000_000));
        assertThat(lines.getLast().event()).isEqualTo("line 1");
    }

    @Test
    void readsTheOtherFormWhereTheServerHasNoLines() {
        airflow.on(PATH, json("{\"content\": [" + line(1) + ", \"old text\"], \"continuation_token\": null}"));
        assertThat(whole()).isEqualTo(2);
        assertThat(events()).containsExactly("line 1", "old text");
    }

    @Test
    void followsALogByItsToken() {
        airflow.on(
                PATH,
                json("{\"content\": [" + line(1) + "], \"continuation_token\": \"t1\"}"),
                json("{\"continuation_token\": \"t2\", \"content\": []}"),
                json("{\"content\": [" + line(2) + "," + line(3) + "], \"continuation_token\": null}"));
        LogPosition first = from(LogPosition.START);
        assertThat(first).isEqualTo(new LogPosition(1, "t1", false));
        LogPosition second = from(first);
        assertThat(second).isEqualTo(new LogPosition(1, "t2", false));
        LogPosition end = from(second);
        assertThat(end).isEqualTo(new LogPosition(3, null, true));
        assertThat(from(end)).isEqualTo(end);
        assertThat(events()).containsExactly("line 1", "line 2", "line 3");
        assertThat(airflow.lines())
                .containsExactly(
                        PATH + "?map_index=-1", PATH + "?map_index=-1&token=t1", PATH + "?map_index=-1&token=t2");
    }

    @Test
    void readsFromTheStartWhereATokenIsNotAcceptedAnyMore() {
        airflow.on(
                PATH,
                detail(400, "Bad Signature. Please use only the tokens provided by the API."),
                json("{\"content\": [" + line(1) + "," + line(2) + "], \"continuation_token\": null}"));
        assertThat(from(new LogPosition(1, "old", false))).isEqualTo(new LogPosition(2, null, true));
        assertThat(events()).containsExactly("line 2");
    }

    @Test
    void asksForOneTaskOfAMappedOne() {
        airflow.on(PATH, ndjson(line(1)).build());
        try (Airflow client = airflow.client()) {
            client.tasks()
                    .wholeLog(new TaskKey(TASK.run(), "t", 3), 1, lines::add)
                    .orElseThrow();
        }
        assertThat(airflow.lines().getFirst()).contains("map_index=3");
    }
}
