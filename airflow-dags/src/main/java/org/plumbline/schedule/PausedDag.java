package org.plumbline.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.Dags;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Dag;
import org.plumbline.citations.command.Commands;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What pausing and going on have in common: a DAG, and what is said of it then.
final class PausedDag {

    @Mixin
    private final AirflowOption airflow = new AirflowOption();

    @Parameters(index = "0", paramLabel = "DAG", description = "such as pubmed_updates")
    private String dag = "";

    /// What is done to it.
    @FunctionalInterface
    interface Change {
        Answer<Dag> of(Dags dags, String dagId);
    }

    int set(Change change) {
        return airflow.ask((server, _) -> set(server, change));
    }

    private int set(Airflow server, Change change) {
        Dag now = change.of(server.dags(), DagName.resolve(server, dag).dagId()).orElseThrow();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dag", now.dagId());
        json.put("paused", now.isPaused());
        airflow.print(json, DagName.brief(now.dagId()) + (now.isPaused() ? " is paused" : " is not paused"));
        return Commands.DONE;
    }
}
