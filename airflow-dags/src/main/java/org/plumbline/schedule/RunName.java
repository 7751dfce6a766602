package org.plumbline.schedule;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunQuery;
import org.plumbline.citations.WrongInputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A run as people name it: by its id, or the beginning of it; with `--dag` where several DAGs have such a run.
final class RunName {

    private static final int MOST_SEEN = 500;

    @Parameters(index = "0", paramLabel = "RUN", description = "the id of the run; its beginning will do")
    private String run = "";

    @Option(names = "--dag", paramLabel = "DAG", description = "of this DAG, where several have a run of that id")
    private @Nullable String dag;

    /// The run.
    ///
    /// @throws WrongInputException where there is none, or several
    Run resolve(Airflow airflow) {
        String dagId =
                dag == null ? RunQuery.EVERY_DAG : DagName.resolve(airflow, dag).dagId();
        List<Run> found = airflow.runs()
                .list(RunQuery.of(dagId).withRunIdPattern(pattern()))
                .orElseThrow()
                .filter(each -> each.runId().startsWith(run))
                .limit(MOST_SEEN)
                .toList();
        List<Run> exact =
                found.stream().filter(each -> each.runId().equals(run)).toList();
        List<Run> meant = exact.isEmpty() ? found : exact;
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw new WrongInputException("run \"" + run + "\": " + why(meant));
    }

    /// In Airflow's search `%` and `_` stand for anything; what it finds besides is left out above.
    private String pattern() {
        if (run.isBlank()) {
            throw new WrongInputException("an empty run id; see plumbline schedule runs");
        }
        return run;
    }

    private String why(List<Run> meant) {
        if (meant.isEmpty()) {
            return "no run has this id" + (dag == null ? "" : " in " + dag) + "; see plumbline schedule runs";
        }
        List<String> dags = meant.stream()
                .map(each -> DagName.brief(each.dagId()))
                .distinct()
                .sorted()
                .toList();
        if (dags.size() > 1) {
            return dags.size() + " DAGs have such a run (" + String.join(", ", dags) + "); name one with --dag";
        }
        return meant.size() + " runs begin so: "
                + meant.stream().limit(3).map(Run::runId).collect(Collectors.joining(", ")) + "; write more of the id";
    }
}
