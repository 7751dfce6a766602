package org.plumbline.schedule;

import java.util.List;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.DagDetails;
import org.plumbline.airflow.model.DagQuery;
import org.plumbline.airflow.model.Refusal.NotFound;
import org.plumbline.citations.WrongInputException;

/// Names of DAGs as people write them: `pubmed_updates` for `plumbline_pubmed_updates`.
final class DagName {

    private static final String OURS = "plumbline_";

    private DagName() {}

    /// The id that a name of one of our DAGs stands for.
    static String full(String name) {
        return name.startsWith(OURS) ? name : OURS + name;
    }

    /// The name by which people call a DAG.
    static String brief(String id) {
        return id.startsWith(OURS) ? id.substring(OURS.length()) : id;
    }

    /// The DAG of that id, or of our DAGs the one of that name.
    ///
    /// @throws WrongInputException where there is none; it names the nearest
    static DagDetails resolve(Airflow airflow, String name) {
        Answer<DagDetails> exact = airflow.dags().details(name);
        if (!(exact instanceof Refused<DagDetails>(NotFound _))) {
            return exact.orElseThrow();
        }
        if (airflow.dags().details(full(name)) instanceof Value<DagDetails>(DagDetails ours)) {
            return ours;
        }
        List<String> known = airflow.dags()
                .list(DagQuery.all())
                .orElseThrow()
                .map(Dag::dagId)
                .map(DagName::brief)
                .toList();
        throw new WrongInputException("no DAG \"" + name + "\""
                + Near.find(brief(name), known)
                        .map(near -> ": did you mean " + near + "?")
                        .orElse("; known are " + String.join(", ", known))
                + broken(airflow));
    }

    /// What a file that cannot be read would have brought, nobody knows.
    private static String broken(Airflow airflow) {
        long count = airflow.dags().importErrors().orElseThrow().count();
        return count == 0
                ? ""
                : " (" + count + (count == 1 ? " DAG file has an import error" : " DAG files have import errors")
                        + ": see plumbline schedule status)";
    }
}
