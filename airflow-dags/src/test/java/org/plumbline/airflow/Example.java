package org.plumbline.airflow;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.Waited;
import org.plumbline.airflow.model.Waiting;

/// The example of README.md, which prints what becomes of one run.
final class Example {

    private Example() {}

    /// Orders a run and waits for it.
    ///
    /// @param arguments Airflow's address; the password is in the environment, `AIRFLOW_PASSWORD`
    public static void main(String[] arguments) {
        Login login = new Login.Password("svc", Secret.variable("AIRFLOW_PASSWORD"));
        try (Airflow airflow = Airflow.at(AirflowServer.at(URI.create(arguments[0]), login))) {
            RunOrder order = RunOrder.of("client_quick", "order-17").withConf(Map.of("count", 3));
            Answer<Waited> answer = airflow.runs()
                    .trigger(order)
                    .then(triggered -> airflow.runs().await(order.run(), Waiting.atMost(Duration.ofMinutes(10))));
            System.out.println(
                    switch (answer) {
                        case Answer.Value<Waited>(Waited.Ended(Run run)) ->
                            "ended: " + run.state().text();
                        case Answer.Value<Waited>(Waited.Paused _) -> "its DAG is paused; unpause it";
                        case Answer.Value<Waited>(Waited.StillGoing _) -> "still running";
                        case Answer.Refused<Waited>(Refusal refusal) -> "refused: " + refusal.said();
                    });
        }
    }
}
