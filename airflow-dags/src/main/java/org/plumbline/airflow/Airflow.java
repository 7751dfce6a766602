package org.plumbline.airflow;

import java.time.Clock;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Operation;
import org.plumbline.airflow.connection.Question;
import org.plumbline.airflow.connection.Timing;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Health;
import org.plumbline.airflow.model.Refusal.NotFound;
import org.plumbline.airflow.model.ServerVersion;

/// An Airflow 3, as seen from Java. For any number of threads; asks nothing before it is asked. An interrupted thread
/// gets a [java.util.concurrent.CancellationException] from every method.
public final class Airflow implements AutoCloseable {

    private final Exchange exchange;

    Airflow(Exchange exchange) {
        this.exchange = exchange;
    }

    /// The Airflow of this description; nothing is asked yet.
    ///
    /// @throws IllegalArgumentException where the file of trusted authorities cannot be used; one line says why
    public static Airflow at(AirflowServer server) {
        return new Airflow(new Exchange(server, Timing.of(Clock.systemUTC())));
    }

    /// Which Airflow this is; needs no login.
    public Answer<ServerVersion> version() {
        Answer<ServerVersion> answer = exchange.ask(Question.of(Operation.VERSION), ServerVersion.class);
        if (answer instanceof Refused<ServerVersion>(NotFound(String said))) {
            return new Refused<>(new NotFound("no Airflow 3 at this address (Airflow 2 has no /api/v2): " + said));
        }
        return answer;
    }

    /// How its parts do; needs no login.
    public Answer<Health> health() {
        return exchange.ask(Question.of(Operation.HEALTH), Health.class);
    }

    public Dags dags() {
        return new Dags(exchange);
    }

    public Runs runs() {
        return new Runs(exchange);
    }

    public Tasks tasks() {
        return new Tasks(exchange);
    }

    public Backfills backfills() {
        return new Backfills(exchange);
    }

    public Assets assets() {
        return new Assets(exchange);
    }

    public Pools pools() {
        return new Pools(exchange);
    }

    /// Lets go of connections; what is being asked ends by itself.
    @Override
    public void close() {
        exchange.close();
    }

    /// The server's address.
    @Override
    public String toString() {
        return exchange.toString();
    }
}
