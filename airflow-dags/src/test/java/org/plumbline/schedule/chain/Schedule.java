package org.plumbline.schedule.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.citations.Json;

/// What the `schedule` commands of a home say of its Airflow.
record Schedule(Launcher launcher) {

    /// One run of a DAG.
    record Run(String id, String type, String state) {

        private static Run of(JsonNode line) {
            return new Run(
                    line.path("run").asText(),
                    line.path("type").asText(),
                    line.path("state").asText());
        }

        boolean isOver() {
            return state.equals("success") || state.equals("failed");
        }
    }

    /// A DAG's newest runs, the newest first.
    List<Run> runs(String dag) {
        List<String> lines =
                launcher.done("schedule", "runs", dag, "--json").out().lines().toList();
        return lines.subList(0, lines.size() - 1).stream()
                .map(line -> Run.of(Json.read(line, JsonNode.class)))
                .toList();
    }

    /// Those that an asset's event made, and that came to this.
    List<Run> byAsset(String dag, String state) {
        return runs(dag).stream()
                .filter(run -> run.type().equals("asset_triggered"))
                .filter(run -> run.state().equals(state))
                .toList();
    }

    Optional<Run> findRun(String dag, String id) {
        return runs(dag).stream().filter(run -> run.id().equals(id)).findAny();
    }

    boolean rests(String... dags) {
        return Stream.of(dags).flatMap(dag -> runs(dag).stream()).allMatch(Run::isOver);
    }

    /// Triggers a DAG, and waits for the success of the run.
    void succeed(String dag) {
        JsonNode run =
                launcher.done("schedule", "trigger", dag, "--wait", "--json").summary();
        assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("success");
    }
}
