package org.plumbline.schedule;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Backfill;
import org.plumbline.airflow.model.BackfillOrder;
import org.plumbline.airflow.model.BackfillRun;
import org.plumbline.airflow.model.DagDetails;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `schedule backfill`: runs a DAG for moments of the past.
@Command(
        name = "backfill",
        description =
                "Runs a DAG for the moments of its schedule in a span of the past, one after the other. The ingest"
                        + " DAGs take in all that is new in one run and need none.",
        footer = {"", "Example: plumbline schedule backfill maintenance --from 2026-11-01 --to 2026-11-21 --dry-run"},
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {

    @Mixin
    private final AirflowOption airflow = new AirflowOption();

    @Parameters(paramLabel = "DAG", description = "such as maintenance")
    private String dag = "";

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "from the start of this day (UTC) on")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "to the end of this day (UTC)")
    private String to = "";

    @Option(
            names = "--again",
            paramLabel = "WHICH",
            defaultValue = "none",
            description = "of moments that were run: none, failed, or completed (${DEFAULT-VALUE})")
    private BackfillOrder.Again again = BackfillOrder.Again.NONE;

    @Option(names = "--dry-run", description = "only say which runs it would make")
    private boolean dryRun;

    @Override
    public Integer call() {
        Instant start = moment("--from", from, "T00:00:00Z");
        Instant end = moment("--to", to, "T23:59:59Z");
        if (end.isBefore(start)) {
            throw new WrongInputException("--to " + to + ": before --from " + from + "; swap them");
        }
        return airflow.ask((server, _) -> backfill(server, start, end));
    }

    private int backfill(Airflow server, Instant start, Instant end) {
        DagDetails details = DagName.resolve(server, dag);
        BackfillOrder order = BackfillOrder.of(details.dagId(), start, end).withAgain(again);
        String name = DagName.brief(details.dagId());
        return dryRun ? say(name, server.backfills().dryRun(order).orElseThrow()) : make(server, name, order);
    }

    private int say(String name, List<BackfillRun> runs) {
        List<String> moments = runs.stream()
                .map(run -> String.valueOf(run.logicalDate() == null ? run.partitionKey() : run.logicalDate()))
                .toList();
        if (airflow.isJson()) {
            moments.forEach(moment -> System.out.println(Json.line(Map.of("logicalDate", moment))));
            System.out.println("{\"runs\":" + moments.size() + ",\"dryRun\":true}");
        } else {
            System.out.println(
                    moments.isEmpty()
                            ? "no runs would be made"
                            : String.join("\n", moments) + "\n" + moments.size() + " runs of " + name
                                    + " would be made");
        }
        return Commands.DONE;
    }

    private int make(Airflow server, String name, BackfillOrder order) {
        Backfill made = server.backfills().create(order).orElseThrow();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dag", order.dagId());
        json.put("backfill", made.id());
        json.put("from", order.from().toString());
        json.put("to", order.to().toString());
        airflow.print(
                json,
                "backfill " + made.id() + " of " + name + " has begun; its runs are in plumbline schedule runs "
                        + name);
        return Commands.DONE;
    }

    private static Instant moment(String option, String written, String ofDay) {
        try {
            return Instant.parse(written.indexOf('T') < 0 ? written + ofDay : written);
        } catch (DateTimeParseException e) {
            throw new WrongInputException(
                    option + " " + written + ": expected a day such as 2026-11-23, or a moment such as"
                            + " 2026-11-23T04:00:00Z",
                    e);
        }
    }
}
