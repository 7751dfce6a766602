package org.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.schedule.local.RunningAirflow;

/// The commands against a real Airflow, as a person or a script types them.
class ScheduleCommandsTest {

    private static Path home = Path.of("");

    @BeforeAll
    static void start() {
        home = RunningAirflow.shared().home();
    }

    @Test
    void waitsForSuccessAndSaysWhatCameIn() {
        Commanded ran = run("trigger", "small", "--wait", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().path("state").asText()).isEqualTo("success");
        assertThat(ran.json().path("summary").path("taken").asInt()).isEqualTo(7);
        assertThat(ran.err()).contains("work: success");
    }

    @Test
    void endsWithOneWhereTheRunFails() {
        Commanded ran = run("trigger", "small", "--param", "fail=true", "--run-id", id("fails"), "--wait");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("FAILED").contains("work").contains("failed");
    }

    @Test
    void startsOnceByTheSameRunId() {
        String id = id("once");
        assertThat(run("trigger", "small", "--run-id", id, "--json")
                        .json()
                        .path("new")
                        .asBoolean())
                .isTrue();
        assertThat(run("trigger", "plumbline_small", "--run-id", id, "--json")
                        .json()
                        .path("new")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void cancelsThenRetriesByRunIdAlone() {
        String id = id("cancelled");
        run("trigger", "small", "--param", "seconds=300", "--run-id", id);
        assertThat(run("runs", "small", "--json").out()).contains(id);
        assertThat(run("retry", id).err()).contains("has not ended");
        assertThat(run("cancel", id, "--json").json().path("state").asText()).isEqualTo("failed");
        assertThat(run("cancel", id).err()).contains("has ended: failed");
        // Its task may have had no time to begin: done again it is all the same.
        assertThat(run("retry", id, "--json").json().path("state").asText()).isEqualTo("queued");
        assertThat(run("cancel", id).exit()).isZero();
        assertThat(run("runs", "--state", "failed", "--limit", "100").out()).contains(id);
    }

    @Test
    void followsALogToTheEndOfItsRun() {
        String id = id("followed");
        run("trigger", "small", "--param", "seconds=2", "--run-id", id);
        Commanded followed = run("logs", id, "--follow");
        assertThat(followed.exit()).isZero();
        assertThat(followed.out()).containsOnlyOnce("  begun\n").contains("— work —");
        assertThat(followed.err()).contains("success");
        assertThat(run("logs", id, "--task", "work", "--json").out()).contains("\"event\":\"begun\"");
        assertThat(run("logs", id, "--task", "wrok").err()).contains("it has work");
    }

    @Test
    void saysThatAPausedDagWouldWait() {
        assertThat(run("pause", "client_paused", "--json").json().path("paused").asBoolean())
                .isTrue();
        Commanded refused = run("trigger", "client_paused", "--wait");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("client_paused is paused").hasLineCount(1);
        String id = id("waits");
        Commanded waits = run("trigger", "client_paused", "--run-id", id);
        assertThat(waits.exit()).isZero();
        assertThat(waits.err()).contains("is paused");
        assertThat(run("logs", id, "--follow").err()).contains("waits in its queue");
        run("cancel", id);
    }

    @Test
    void saysWhichRunsABackfillWouldMake() {
        Commanded dry = run("backfill", "client_daily", "--from", "2026-06-01", "--to", "2026-06-03", "--dry-run");
        assertThat(dry.out()).contains("2026-06-01T00:00:00Z").contains("3 runs of client_daily would be made");
        Commanded made = run("backfill", "client_daily", "--from", "2026-06-01", "--to", "2026-06-01", "--json");
        assertThat(made.json().path("backfill").asInt()).isPositive();
        assertThat(run("backfill", "small", "--from", "2026-06-01", "--to", "2026-06-03")
                        .err())
                .contains("does not support backfills")
                .hasLineCount(1);
    }

    @Test
    void saysWhetherAllIsWell() {
        JsonNode status = run("status", "--json").json();
        assertThat(status.path("version").asText()).startsWith("3.");
        assertThat(status.path("processes")).hasSize(4);
        assertThat(status.path("parts").path("scheduler").asText()).isEqualTo("healthy");
        assertThat(status.path("dags").findValuesAsText("dag")).contains("plumbline_small");
        assertThat(run("status").out())
                .containsPattern("^(All is well|NOT WELL)")
                .contains("small");
    }

    @Test
    void refusesInOneLineWithTheNearName() {
        assertRefused("did you mean small?", "trigger", "smal");
        assertRefused("did you mean seconds?", "trigger", "small", "--param", "second=3");
        assertRefused("expected key=value", "trigger", "small", "--param", "seconds");
        assertRefused("is not of type 'integer'", "trigger", "small", "--param", "seconds=soon");
        assertRefused("not beginning as Airflow's own", "trigger", "small", "--run-id", "scheduled__x");
        assertRefused("no run has this id", "logs", "nowhere");
        assertRefused("expected one of queued", "runs", "--state", "lost");
        assertRefused("before --from", "backfill", "small", "--from", "2026-02-03", "--to", "2026-02-01");
        assertRefused("expected a day", "backfill", "small", "--from", "yesterday", "--to", "2026-02-01");
    }

    @Test
    void asksWhichDagWhereSeveralHaveTheRun() {
        String id = id("twice");
        run("trigger", "small", "--run-id", id);
        run("trigger", "appending", "--run-id", id);
        assertRefused("2 DAGs have such a run (appending, small)", "logs", id);
        assertThat(run("logs", id, "--dag", "small").exit()).isZero();
    }

    private static void assertRefused(String why, String... args) {
        Commanded refused = run(args);
        assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err()).contains(why).hasLineCount(1);
    }

    private static String id(String name) {
        return name + "-" + Instant.now().toEpochMilli();
    }

    private static Commanded run(String... args) {
        return Commanded.run(home, args);
    }
}
