package org.plumbline.schedule;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.DagDetails;
import org.plumbline.airflow.model.Health;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.RunState;
import org.plumbline.airflow.model.Triggered;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `schedule trigger`: starts a run of a DAG by hand.
@Command(
        name = "trigger",
        description =
                "Starts a run of a DAG; with --wait it ends with 0 when the run succeeded, with 1 when it failed.",
        footer = {"", "Example: plumbline schedule trigger pubmed_updates --wait"},
        mixinStandardHelpOptions = true)
final class TriggerCommand implements Callable<Integer> {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String OWN_IDS = "(scheduled|backfill|asset_triggered)__.*";

    @Mixin
    private final AirflowOption airflow = new AirflowOption();

    @Parameters(paramLabel = "DAG", description = "such as pubmed_updates")
    private String dag = "";

    @Option(names = "--param", paramLabel = "KEY=VALUE", description = "a param of the DAG; repeat it for more")
    private List<String> params = List.of();

    @Option(names = "--run-id", paramLabel = "ID", description = "starts it once by this id, however often it is asked")
    private @Nullable String runId;

    @Option(names = "--wait", description = "wait for the run's end")
    private boolean wait;

    @Override
    public Integer call() {
        return airflow.ask(this::trigger);
    }

    private int trigger(Airflow server, Target target) {
        DagDetails details = DagName.resolve(server, dag);
        Map<String, Object> conf = Params.of(params, details);
        requireReady(server, target, details);
        Triggered triggered = server.runs()
                .trigger(RunOrder.of(details.dagId(), id()).withConf(conf))
                .orElseThrow();
        return wait ? await(server, target, triggered.run().key()) : tell(triggered);
    }

    private int await(Airflow server, Target target, RunKey key) {
        System.err.println("run " + key.runId() + " of " + DagName.brief(key.dagId()));
        Run ended = new RunWatch(server, target, key, System.err::println).await();
        RunPage page = RunPage.of(server, ended);
        airflow.print(page, page.page());
        return ended.state().kind() == RunState.Kind.SUCCESS ? Commands.DONE : Commands.FOUND;
    }

    private int tell(Triggered triggered) {
        Run run = triggered.run();
        boolean isNew = triggered.how() == Triggered.How.NEW;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dag", run.dagId());
        json.put("run", run.runId());
        json.put("state", run.state().text());
        json.put("new", isNew);
        airflow.print(
                json,
                (isNew ? "started run " : "there was such a run: ") + run.runId() + " of "
                        + DagName.brief(run.dagId()) + ", " + run.state().text()
                        + "; follow it with plumbline schedule logs "
                        + run.runId() + " --follow");
        return Commands.DONE;
    }

    private String id() {
        if (runId == null) {
            return "by-hand-" + MOMENT.format(Clock.systemUTC().instant()) + "-"
                    + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36, 36 * 36 * 36 * 36), 36);
        }
        if (!runId.matches("[A-Za-z0-9_.~:+-]+") || runId.matches(OWN_IDS)) {
            throw new WrongInputException("--run-id " + runId
                    + ": expected letters, digits and _.~:+- , not beginning as Airflow's own (scheduled__, backfill__,"
                    + " asset_triggered__)");
        }
        return runId;
    }

    /// Says what would keep the run from moving: with `--wait` instead of an endless wait.
    private void requireReady(Airflow server, Target target, DagDetails details) {
        String name = DagName.brief(details.dagId());
        if (details.hasImportErrors()) {
            throw new WrongInputException(name + ": its file has an import error; see plumbline schedule status");
        }
        if (details.isPaused()) {
            hinder(name + " is paused, so a run waits in its queue; first run plumbline schedule unpause " + name);
        }
        if (server.health() instanceof Value<Health>(Health health)
                && !health.scheduler().isHealthy()) {
            hinder("no scheduler is at work, so a run waits; "
                    + (target.kind() == Target.Kind.LOCAL
                            ? "first run plumbline schedule up"
                            : "ask who keeps Airflow"));
        }
    }

    private void hinder(String why) {
        if (wait) {
            throw new WrongInputException(why);
        }
        System.err.println("plumbline: " + why);
    }
}
