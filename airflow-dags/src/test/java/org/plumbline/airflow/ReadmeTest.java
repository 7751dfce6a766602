package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.ScriptedAirflow.detail;
import static org.plumbline.airflow.ScriptedAirflow.json;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.Refusal;

/// What README.md says of the client is so.
class ReadmeTest {

    private static final Path MODULE = Path.of(System.getProperty("plumbline.root"), "airflow-dags");

    private static String readme() throws IOException {
        return Files.readString(MODULE.resolve("README.md"));
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @Test
    void showsAnExampleThatCompiles() throws IOException {
        String shown = readme().replaceFirst("(?s).*?```java\n(.*?)```.*", "$1");
        String compiled = Files.readString(MODULE.resolve("src/test/java/org/plumbline/airflow/Example.java"));
        assertThat(folded(compiled)).contains(folded(shown));
        assertThat(shown.lines().count()).isGreaterThan(5);
    }

    @Test
    void namesEveryRefusal() throws IOException {
        for (Class<?> refusal : Refusal.class.getPermittedSubclasses()) {
            assertThat(readme()).contains("| `" + refusal.getSimpleName() + "` |");
        }
    }

    /// The class path of the child holds this module's classes, OkHttp and Jackson, with what these need.
    @Test
    void runsTheExampleWithOkHttpAndJacksonAlone() throws Exception {
        try (ScriptedAirflow airflow = new ScriptedAirflow()) {
            String runs = "/api/v2/dags/client_quick/dagRuns";
            airflow.on("POST " + runs, json(ScriptedAirflow.run("order-17", "queued")))
                    .on("GET " + runs + "/order-17", json(ScriptedAirflow.run("order-17", "success")));
            assertThat(example(airflow)).isEqualTo("ended: success");
        }
        try (ScriptedAirflow airflow = new ScriptedAirflow()) {
            airflow.on("POST /auth/token", detail(401, "Invalid credentials"));
            assertThat(example(airflow)).isEqualTo("refused: Invalid credentials");
        }
    }

    private static String example(ScriptedAirflow airflow) throws Exception {
        String classPath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator, -1))
                .filter(place ->
                        place.matches(".*(airflow-dags/target/(test-)?classes|/okhttp-jvm-[^/]*|/okio-jvm-[^/]*"
                                + "|/kotlin-stdlib-[^/]*|/jackson-(core|databind|annotations|datatype-jsr310)-[^/]*)"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Example.class.getName(),
                        "http://127.0.0.1:" + airflow.server.getPort())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        child.environment().put("AIRFLOW_PASSWORD", "word");
        Process process = child.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("the child JVM's exit code").isZero();
        return said.strip();
    }
}
