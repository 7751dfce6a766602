package org.plumbline.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.airflow.model.Xcom;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Ages;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.command.TextTable;

/// One run with its tasks, as commands print it.
///
/// @param started UTC, ISO 8601
/// @param summary what the run's last task that left something left: the summary of a `plumbline` command
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunPage(
        String dag,
        String run,
        String state,
        @Nullable String type,
        @Nullable String started,
        @Nullable String ended,
        @Nullable Long seconds,
        List<Task> tasks,
        @Nullable JsonNode summary) {

    /// One task of a run.
    ///
    /// @param map its place where the task is mapped
    /// @param summary what it left
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(
            String task,
            @Nullable Integer map,
            String state,
            int tries,
            @Nullable Long seconds,
            @Nullable JsonNode summary) {}

    static RunPage of(Airflow airflow, Run run) {
        List<Task> tasks;
        try (var instances = airflow.tasks().of(run.key()).orElseThrow()) {
            tasks = instances.map(instance -> task(airflow, instance)).toList();
        }
        JsonNode last = tasks.stream()
                .map(Task::summary)
                .filter(summary -> summary != null && summary.isObject())
                .reduce((_, later) -> later)
                .orElse(null);
        return new RunPage(
                run.dagId(),
                run.runId(),
                run.state().text(),
                run.runType(),
                text(run.startDate()),
                text(run.endDate()),
                seconds(run.startDate(), run.endDate()),
                tasks,
                last);
    }

    private static Task task(Airflow airflow, TaskInstance instance) {
        return new Task(
                instance.taskId(),
                instance.mapIndex() < 0 ? null : instance.mapIndex(),
                instance.state().text(),
                instance.tryNumber(),
                seconds(instance.startDate(), instance.endDate()),
                instance.state().isEnd() ? left(airflow, instance).orElse(null) : null);
    }

    /// What a task returned; a text that is JSON is read as such.
    private static Optional<JsonNode> left(Airflow airflow, TaskInstance instance) {
        if (!(airflow.tasks().xcom(instance.key(), Xcom.RETURN_VALUE) instanceof Answer.Value<Xcom>(Xcom xcom))) {
            return Optional.empty();
        }
        JsonNode value = xcom.value();
        if (value.isTextual() && value.textValue().startsWith("{")) {
            try {
                return Optional.of(Json.LINE.readTree(value.textValue()));
            } catch (JsonProcessingException e) {
                return Optional.of(value);
            }
        }
        return value.isNull() ? Optional.empty() : Optional.of(value);
    }

    static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable Long seconds(@Nullable Instant start, @Nullable Instant end) {
        return start == null || end == null
                ? null
                : Duration.between(start, end).toSeconds();
    }

    /// For a person.
    String page() {
        StringBuilder page =
                new StringBuilder("%s  %s of %s".formatted(state.toUpperCase(Locale.ROOT), run, DagName.brief(dag)));
        page.append(seconds == null ? "" : " in " + Ages.words(seconds)).append("\n\n");
        TextTable table = new TextTable("task", "state", "tries", "time", "what it left");
        for (Task task : tasks) {
            table.add(
                    task.map() == null ? task.task() : task.task() + " " + task.map(),
                    task.state(),
                    task.tries(),
                    task.seconds() == null ? Times.NONE : Ages.words(task.seconds()),
                    task.summary() == null ? "" : Printable.line(task.summary().toString()));
        }
        return page.append(table).toString();
    }
}
