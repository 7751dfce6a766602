package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.TaskKey;
import org.plumbline.airflow.model.TaskState;
import org.plumbline.airflow.model.Waited;
import org.plumbline.airflow.model.Waiting;
import org.plumbline.schedule.local.RunningAirflow;

/// The real Airflow that the tests of a JVM share, and a client of it.
record RealAirflow(RunningAirflow running, Airflow client) implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    static RealAirflow shared() {
        RunningAirflow running = RunningAirflow.shared();
        return new RealAirflow(running, Airflow.at(running.server()));
    }

    /// One that no other test has.
    static String id(String what) {
        return what + "-" + Long.toHexString(System.nanoTime());
    }

    static void until(Callable<Boolean> condition) {
        Polling.until(PATIENCE, condition);
    }

    Run trigger(String dagId, Map<String, Object> conf) {
        return client.runs()
                .trigger(RunOrder.of(dagId, id("test")).withConf(conf))
                .orElseThrow()
                .run();
    }

    Run end(RunKey key) {
        Waited waited = client.runs().await(key, Waiting.atMost(PATIENCE)).orElseThrow();
        assertThat(waited).isInstanceOf(Waited.Ended.class);
        return waited.run();
    }

    TaskState.Kind state(TaskKey task) {
        return client.tasks()
                .of(task.run())
                .orElseThrow()
                .filter(each -> each.taskId().equals(task.taskId()))
                .findFirst()
                .map(each -> each.state().kind())
                .orElse(TaskState.Kind.NONE);
    }

    String password(String user) {
        return running.password(user);
    }

    /// Another client; the caller closes it.
    Airflow as(String user, String password) {
        AirflowServer server = running.server();
        return Airflow.at(AirflowServer.at(server.url(), new Login.Password(user, Secret.of(password))));
    }

    @Override
    public void close() {
        client.close();
    }
}
