package org.plumbline.schedule;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunQuery;
import org.plumbline.airflow.model.RunState;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `schedule runs`: what ran, and how it ended.
@Command(
        name = "runs",
        description = "Lists runs, newest first.",
        footer = {"", "Example: plumbline schedule runs pubmed_updates --state failed"},
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

    private static final List<String> STATES = Arrays.stream(RunState.Kind.values())
            .filter(kind -> kind != RunState.Kind.UNKNOWN)
            .map(kind -> kind.state().text())
            .toList();

    @Mixin
    private final AirflowOption airflow = new AirflowOption();

    @Parameters(arity = "0..1", paramLabel = "DAG", description = "of this DAG only, such as pubmed_updates")
    private @Nullable String dag;

    @Option(names = "--state", paramLabel = "STATE", split = ",", description = "queued, running, success or failed")
    private List<String> states = List.of();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "how many (${DEFAULT-VALUE})")
    private int limit = 20;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new WrongInputException("--limit " + limit + ": expected a number from 1 on");
        }
        List<String> wanted =
                states.stream().map(state -> state.toLowerCase(Locale.ROOT)).toList();
        for (String state : wanted) {
            if (!STATES.contains(state)) {
                throw new WrongInputException("--state " + state + ": expected one of " + String.join(", ", STATES));
            }
        }
        return airflow.ask((server, target) -> list(server, wanted));
    }

    private int list(Airflow server, List<String> wanted) {
        RunQuery query = RunQuery.of(
                dag == null ? RunQuery.EVERY_DAG : DagName.resolve(server, dag).dagId());
        RunState.Kind[] kinds =
                wanted.stream().map(state -> new RunState(state).kind()).toArray(RunState.Kind[]::new);
        List<Run> runs;
        try (Stream<Run> all = server.runs().list(query.withStates(kinds)).orElseThrow()) {
            runs = all.limit(limit).toList();
        }
        if (airflow.isJson()) {
            runs.forEach(run -> System.out.println(Json.line(line(run))));
            System.out.println("{\"runs\":" + runs.size() + "}");
        } else {
            System.out.println(runs.isEmpty() ? "no runs" : table(runs));
        }
        return Commands.DONE;
    }

    private static Map<String, Object> line(Run run) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("dag", run.dagId());
        line.put("run", run.runId());
        line.put("state", run.state().text());
        put(line, "type", run.runType());
        put(line, "due", RunPage.text(run.runAfter()));
        put(line, "started", RunPage.text(run.startDate()));
        put(line, "ended", RunPage.text(run.endDate()));
        return line;
    }

    private static void put(Map<String, Object> line, String key, @Nullable String value) {
        if (value != null) {
            line.put(key, value);
        }
    }

    private static String table(List<Run> runs) {
        Times times = Times.here();
        TextTable table = new TextTable("dag", "state", "started", "time", "type", "run");
        for (Run run : runs) {
            String type = run.runType();
            table.add(
                    DagName.brief(run.dagId()),
                    run.state().text(),
                    times.words(run.startDate()),
                    times.span(run.startDate(), run.endDate()),
                    type == null ? Times.NONE : type,
                    run.runId());
        }
        return table.toString();
    }
}
