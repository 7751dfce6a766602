package org.plumbline.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;

/// The pipeline on schedule, as a user has it: a real Airflow in an empty home, a server of PubMed's public layout
/// with real data, and nothing but commands of the launcher.
class ScheduleChainTest {

    private static final String LAUNCHER = "PLUMBLINE_LAUNCHER";
    private static final String DATA = "PLUMBLINE_TEST_DATA";

    /// Planted where a clinician writes, and looked for wherever Airflow keeps anything.
    private static final List<String> MARKERS = List.of("zqxquestion", "zqxpopulation", "zqxjournal", "zqxbroken");

    @TempDir
    private Path folder;

    private Sources sources = Sources.NONE;

    @BeforeEach
    void requireWhatItNeeds() {
        require(System.getenv(LAUNCHER) != null, "run it through `plumbline test`, which names the launcher");
        require(System.getenv(DATA) != null, DATA + " names no folder of test data");
        require(hasPython(), "no Python from 3.10 on with venv");
        sources = Sources.start(Path.of(Objects.requireNonNull(System.getenv(DATA))));
    }

    @AfterEach
    void endEverything() {
        run("schedule", "down");
        sources.close();
    }

    @Test
    void aRequestSubmittedBeforeAnythingRanEndsAsAReport() throws IOException {
        configure(home());
        String job = done(
                        "research",
                        "submit",
                        "--question",
                        "Does zqxquestion treatment reduce mortality in children?",
                        "--population",
                        "zqxpopulation",
                        "--journals",
                        "Zqxjournal of Medicine,BMJ")
                .strip();
        Path broken = Files.createDirectories(home().resolve("jobs/20260101-000000-bcdf"));
        Files.writeString(broken.resolve("request.json"), "{\"question\": \"zqxbroken");
        Files.writeString(broken.resolve("job.json"), "{\"question\": \"zqxbroken");

        JsonNode up = lastLine(done("schedule", "up", "--json"));
        System.err.printf(
                Locale.ROOT, "schedule up: %.1f s%n", up.path("seconds").asDouble());
        assertThat(up.path("dags")).hasSize(8);
        assertThat(up.path("importErrors")).isEmpty();

        JsonNode updates = lastLine(done("schedule", "trigger", "pubmed_updates", "--wait", "--json"));
        assertThat(updates.path("state").asText()).isEqualTo("success");
        eventually("the index DAG fires by its asset", () -> hasSuccess("index", "asset_triggered"));
        eventually("the request ends as a report", () -> Files.exists(home().resolve("jobs/" + job + "/report.html")));
        assertThat(done("research", "verify", job)).contains("no problem found");

        JsonNode status = lastLine(run("schedule", "status", "--json").out());
        for (String dag : List.of("plumbline_pubmed_updates", "plumbline_index", "plumbline_research")) {
            assertThat(dag(status, dag).path("lastSuccess").asText()).as(dag).isNotEmpty();
        }
        assertThat(status.path("importErrors")).isEmpty();

        cancelInTheMiddleAndGoOn();
        nothingClinicalIsInAirflow();
        assertThat(run("schedule", "down").exit()).isZero();
        assertThat(processes("airflow", home().toString())).isEmpty();
    }

    /// A run that is cancelled while it fetches: its process goes, and the next run leaves what an undisturbed
    /// intake of the same files leaves.
    private void cancelInTheMiddleAndGoOn() throws IOException {
        sources.tell("stall pubmed26n0005.xml.gz");
        sources.tell("update 5");
        String run = lastLine(done("schedule", "trigger", "pubmed_updates", "--json"))
                .path("run")
                .asText();
        sources.await("stalled");
        assertThat(ingesting()).isNotEmpty();
        Instant cancelled = Instant.now();
        done("schedule", "cancel", run);
        eventually("the ingest's process is gone", () -> ingesting().isEmpty());
        Duration took = Duration.between(cancelled, Instant.now());
        System.err.printf(Locale.ROOT, "cancelled: process gone after %.1f s%n", took.toMillis() / 1000.0);
        assertThat(took).isLessThan(Duration.ofSeconds(10));

        assertThat(lastLine(done("schedule", "trigger", "pubmed_updates", "--wait", "--json"))
                        .path("state")
                        .asText())
                .isEqualTo("success");
        Path undisturbed = folder.resolve("undisturbed");
        configure(undisturbed);
        done(undisturbed, "ingest", "pubmed", "--updates");
        assertThat(digest(home())).isEqualTo(digest(undisturbed));
    }

    private void nothingClinicalIsInAirflow() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(home().resolve("airflow"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            assertThat(MARKERS).as(file.toString()).noneMatch(content::contains);
        }
    }

    private void configure(Path home) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("plumbline.yaml"), """
                sources:
                  pubmed: {url: "%spubmed/"}
                fetch: {perSecond: {"127.0.0.1": 1000}}
                """.formatted(sources.address()));
    }

    private boolean hasSuccess(String dag, String type) {
        return run("schedule", "runs", dag, "--json")
                .out()
                .lines()
                .map(line -> Json.read(line, JsonNode.class))
                .anyMatch(line -> line.path("state").asText().equals("success")
                        && line.path("type").asText().equals(type));
    }

    private String digest(Path home) {
        return lastLine(done(home, "ingest", "status", "--json"))
                .path("corpus")
                .path("digest")
                .asText();
    }

    private List<Long> ingesting() {
        return processes("org.plumbline.ingest.Main", home().toString());
    }

    /// Processes with a word in their command line and a home in their environment.
    private static List<Long> processes(String word, String home) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .filter(path -> read(path.resolve("cmdline")).contains(word)
                            && read(path.resolve("environ")).contains(home))
                    .map(path -> Long.parseLong(path.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static JsonNode dag(JsonNode status, String id) {
        return StreamSupport.stream(status.path("dags").spliterator(), false)
                .filter(dag -> dag.path("dag").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private String done(String... command) {
        return done(home(), command);
    }

    private static String done(Path home, String... command) {
        Ended ended = run(home, command);
        assertThat(ended.exit())
                .as(String.join(" ", command) + "\n" + ended.out() + ended.err())
                .isZero();
        return ended.out();
    }

    private Ended run(String... command) {
        return run(home(), command);
    }

    private record Ended(int exit, String out, String err) {}

    private static Ended run(Path home, String... command) {
        List<String> line = new ArrayList<>(
                List.of(Optional.ofNullable(System.getenv(LAUNCHER)).orElse("false")));
        line.addAll(List.of(command));
        line.addAll(List.of("--home", home.toString()));
        try {
            Path out = Files.createTempFile("out", "");
            Path err = Files.createTempFile("err", "");
            Process process = new ProcessBuilder(line)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(line + " does not end: " + Files.readString(err));
            }
            Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode lastLine(String out) {
        return Json.read(out.lines().toList().getLast(), JsonNode.class);
    }

    private interface Condition {
        boolean holds();
    }

    private static void eventually(String what, Condition condition) {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            pause();
        }
    }

    /// Between two looks at a real server's state.
    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean hasPython() {
        Predicate<String> works = python -> {
            try {
                Process process = new ProcessBuilder(
                                python, "-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))")
                        .redirectErrorStream(true)
                        .start();
                return process.waitFor() == 0;
            } catch (IOException none) {
                return false;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        return works.test("python3");
    }

    private static void require(boolean there, String reason) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as(reason).isTrue();
        }
        assumeTrue(there, reason);
    }

    /// The server, in a process of its own, told what to do over its standard input.
    private record Sources(Optional<Process> process, Optional<BufferedReader> out, String address)
            implements AutoCloseable {

        static final Sources NONE = new Sources(Optional.empty(), Optional.empty(), "");

        static Sources start(Path data) {
            Path project = Path.of("..").toAbsolutePath().normalize();
            try {
                String classPath = project.resolve("ingest/target/test-classes") + ":"
                        + Files.readString(project.resolve("target/spark.classpath"));
                Process process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-cp",
                                classPath,
                                "org.plumbline.ingest.fetch.PublicSources",
                                "0",
                                data.toString(),
                                "3")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                String first = Objects.requireNonNull(out.readLine(), "the server did not start");
                return new Sources(Optional.of(process), Optional.of(out), first.substring(0, first.indexOf(' ')));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void tell(String line) {
            try {
                var in = process.orElseThrow().outputWriter(StandardCharsets.UTF_8);
                in.write(line + "\n");
                in.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            await("done: " + line);
        }

        /// Reads until the server says this.
        void await(String line) {
            try {
                for (String said = ""; !said.equals(line); ) {
                    said = Objects.requireNonNull(out.orElseThrow().readLine(), "the server ended");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.ifPresent(Process::destroyForcibly);
        }
    }
}
