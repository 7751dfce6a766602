package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.Waited;
import org.plumbline.airflow.model.Waiting;
import org.plumbline.schedule.local.RunningAirflow;

class LongLogTest {

    private static final int LINES = 40_000;
    private static final String HEAP = "-Xmx16m";

    @Test
    void readsALogThatIsLargerThanItsMemory() throws IOException, InterruptedException {
        RunningAirflow running = RunningAirflow.shared();
        RunKey key = new RunKey("client_long_log", "long-" + Long.toHexString(System.nanoTime()));
        try (Airflow airflow = Airflow.at(running.server())) {
            airflow.runs()
                    .trigger(RunOrder.of(key.dagId(), key.runId()).withConf(Map.of("lines", LINES)))
                    .orElseThrow();
            assertThat(airflow.runs()
                            .await(key, Waiting.atMost(Duration.ofMinutes(3)))
                            .orElseThrow())
                    .isInstanceOf(Waited.Ended.class);
        }
        List<String> said = read(running, key);
        assertThat(said).hasSize(2).allSatisfy(line -> {
            assertThat(Integer.parseInt(line.split(" ", -1)[0])).isGreaterThanOrEqualTo(LINES);
            assertThat(Long.parseLong(line.split(" ", -1)[2])).isGreaterThan(16L << 20);
        });
    }

    private static List<String> read(RunningAirflow running, RunKey key) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder child = new ProcessBuilder(
                        java,
                        HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LongLog.class.getName(),
                        running.url().toString(),
                        "plumbline",
                        key.dagId(),
                        key.runId(),
                        "talk")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        child.environment().put("PASSWORD", running.password("plumbline"));
        Process process = child.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("the child JVM's exit code").isZero();
        return said.lines().toList();
    }
}
