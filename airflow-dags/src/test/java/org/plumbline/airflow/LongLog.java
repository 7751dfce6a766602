package org.plumbline.airflow;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.LogPosition;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.TaskKey;

/// Reads one log to its end, in a JVM of its own whose heap is smaller than the log.
final class LongLog {

    private LongLog() {}

    /// Prints how many lines and characters came in each of the two forms.
    ///
    /// @param arguments address, user, DAG, run, task; the password is in the environment, `PASSWORD`
    public static void main(String[] arguments) {
        Login login = new Login.Password(arguments[1], Secret.variable("PASSWORD"));
        TaskKey task = TaskKey.of(new RunKey(arguments[2], arguments[3]), arguments[4]);
        try (Airflow airflow = Airflow.at(AirflowServer.at(URI.create(arguments[0]), login))) {
            AtomicLong characters = new AtomicLong();
            long lines = airflow.tasks()
                    .wholeLog(
                            task,
                            1,
                            line -> characters.addAndGet(line.toString().length()))
                    .orElseThrow();
            System.out.println(lines + " lines " + characters.getAndSet(0) + " characters");
            LogPosition position = airflow.tasks()
                    .logFrom(
                            LogPosition.START,
                            task,
                            1,
                            line -> characters.addAndGet(line.toString().length()))
                    .orElseThrow();
            System.out.println(position.lines() + " lines " + characters.get() + " characters");
        }
    }
}
