package org.plumbline.schedule;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.LogLine;
import org.plumbline.airflow.model.LogPosition;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Printable;

/// Prints lines of tasks' logs as they come, a heading before each task. For one thread.
final class LogPrinter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Airflow airflow;
    private final boolean json;
    private String heading = "";
    private long lines;
    private boolean inSources;

    LogPrinter(Airflow airflow, boolean json) {
        this.airflow = airflow;
        this.json = json;
    }

    /// How many were printed.
    long lines() {
        return lines;
    }

    /// All that one try of a task wrote until now; nothing where it wrote nothing.
    void whole(TaskInstance task, int attempt) {
        Answer<Long> answer = airflow.tasks().wholeLog(task.key(), attempt, line -> print(task, attempt, line));
        if (!(answer instanceof Refused<Long>(Refusal.NotFound _))) {
            answer.orElseThrow();
        }
    }

    /// What came since; the place where to go on.
    LogPosition from(LogPosition position, TaskInstance task, int attempt) {
        Answer<LogPosition> answer =
                airflow.tasks().logFrom(position, task.key(), attempt, line -> print(task, attempt, line));
        return answer instanceof Refused<LogPosition>(Refusal.NotFound _) ? position : answer.orElseThrow();
    }

    private void print(TaskInstance task, int attempt, LogLine line) {
        lines++;
        if (json) {
            System.out.println(Json.line(fields(task, attempt, line)));
        } else if (isOfTheTask(line)) {
            System.out.println(words(task, attempt, line));
        }
    }

    /// Airflow's own talk of where it found the log, and the ends of its groups, say nothing to a person.
    private boolean isOfTheTask(LogLine line) {
        boolean ends = line.event().equals("::endgroup::");
        boolean hidden = ends || inSources || line.event().startsWith("::group::Log message source");
        inSources = hidden && !ends;
        return !hidden;
    }

    private String words(TaskInstance task, int attempt, LogLine line) {
        String name = task.mapIndex() < 0 ? task.taskId() : task.taskId() + " " + task.mapIndex();
        String now = "— " + name + (attempt > 1 ? ", try " + attempt : "") + " —\n";
        String shown = heading.equals(now) ? "" : now;
        heading = now;
        String level = line.level() == null || "info".equals(line.level())
                ? ""
                : line.level().toUpperCase(Locale.ROOT) + " ";
        String time = line.timestamp() == null ? "        " : TIME.format(line.timestamp());
        return shown + time + "  " + level + Printable.page(line.event().replaceFirst("^::group::", ""));
    }

    private static Map<String, Object> fields(TaskInstance task, int attempt, LogLine line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("task", task.taskId());
        if (task.mapIndex() >= 0) {
            fields.put("map", task.mapIndex());
        }
        fields.put("try", attempt);
        if (line.timestamp() != null) {
            fields.put("time", line.timestamp().toString());
        }
        if (line.level() != null) {
            fields.put("level", line.level());
        }
        fields.put("event", line.event());
        return fields;
    }
}
