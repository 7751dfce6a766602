package org.plumbline.schedule.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.schedule.chain.Eventually.eventually;
import static org.plumbline.schedule.chain.Requirement.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;
import org.plumbline.schedule.chain.Launcher.Ended;
import org.plumbline.schedule.chain.Schedule.Run;

/// The pipeline on schedule, as a user has it: a real Airflow in an empty home, a server of the public layouts with
/// real data, and nothing but commands of the launcher. One test, for each part goes on where the one before it left
/// the home, and means nothing where that failed.
class ScheduleChainTest {

    private static final String DATA = "PLUMBLINE_TEST_DATA";

    /// What a clinician writes, and what is looked for wherever Airflow keeps anything.
    private static final List<String> CLINICAL =
            List.of("zqxquestion", "zqxpopulation", "zqxjournal", "zqxbroken", "zqxfirst", "zqxsecond", "lumetrazine");

    private static final String QUESTION = "In adults with heart failure with preserved ejection fraction, does "
            + "lumetrazine reduce hospitalisation for heart failure compared with placebo?";

    /// Retraction Watch's list of one article, the second large trial of the sample.
    private static final String RETRACTIONS = "Record ID,RetractionDate,RetractionDOI,RetractionPubMedID,"
            + "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n"
            + "1,11/20/2026 0:00,10.9999/notice,0,10.5555/plumbline.sample.005,990000005,Retraction,+Error;\n";

    @TempDir
    private Path folder;

    private SourcesProcess sources;
    private Launcher plumbline;
    private Schedule schedule;

    /// Of the request on the sample's drug.
    private String job = "";

    @BeforeEach
    void start() throws IOException {
        require(System.getenv(Launcher.NAMED_BY) != null, "run it through `plumbline test`, which names the launcher");
        require(System.getenv(DATA) != null, DATA + " names no folder of test data");
        require(Requirement.hasPython(), "no Python from 3.10 on with venv");
        sources = SourcesProcess.start(Path.of(Objects.requireNonNull(System.getenv(DATA))));
        plumbline = configured(folder.resolve("home"));
        schedule = new Schedule(plumbline);
    }

    @AfterEach
    void endEverything() {
        if (sources != null) {
            plumbline.run("schedule", "down");
            sources.close();
        }
    }

    @Test
    void runsFromAnEmptyHomeToARetractionFoundInItsReports() throws Exception {
        aRequestSubmittedBeforeAnythingRanEndsAsAReport();
        whatACancelledIntakeLeftTheNextRunCompletes();
        aRequestOnTheNewestUpdateIsWorkedOffAtOnce();
        requestsThatWaitTogetherShareARun();
        aRetractionIsFoundInTheReportsThatCiteIt();
        nothingClinicalIsInAirflow();
        nothingRunsAfterDown();
    }

    private void aRequestSubmittedBeforeAnythingRanEndsAsAReport() throws IOException {
        String early = submit(
                "Does zqxquestion treatment reduce mortality in children?",
                "--population",
                "zqxpopulation",
                "--journals",
                "Zqxjournal of Medicine,BMJ");
        Path broken = Files.createDirectories(home().resolve("jobs/20260101-000000-bcdf"));
        Files.writeString(broken.resolve("request.json"), "{\"question\": \"zqxbroken");
        Files.writeString(broken.resolve("job.json"), "{\"question\": \"zqxbroken");

        JsonNode up = plumbline.done("schedule", "up", "--json").summary();
        say("schedule up", up.path("seconds").asDouble());
        assertThat(up.path("dags")).hasSize(8);
        assertThat(up.path("importErrors")).isEmpty();

        schedule.succeed("pubmed_updates");
        eventually(
                "the index DAG fires by its asset",
                () -> !schedule.byAsset("index", "success").isEmpty());
        awaitReport(early);

        JsonNode status = plumbline.run("schedule", "status", "--json").summary();
        for (String dag : List.of("plumbline_pubmed_updates", "plumbline_index", "plumbline_research")) {
            assertThat(dag(status, dag).path("lastSuccess").asText()).as(dag).isNotEmpty();
        }
        assertThat(status.path("importErrors")).isEmpty();
    }

    /// A run that is cancelled while it fetches: its process goes, and the next run leaves what an undisturbed
    /// intake of the same files leaves.
    private void whatACancelledIntakeLeftTheNextRunCompletes() throws IOException {
        sources.tell("stall pubmed26n0005.xml.gz");
        sources.tell("update 5");
        String run = plumbline
                .done("schedule", "trigger", "pubmed_updates", "--json")
                .summary()
                .path("run")
                .asText();
        sources.await("stalled");
        assertThat(ingesting()).isNotEmpty();
        Instant begun = Instant.now();
        plumbline.done("schedule", "cancel", run);
        Instant cancelled = Instant.now();
        eventually("the ingest's process is gone", () -> ingesting().isEmpty());
        Instant gone = Instant.now();
        say(
                "schedule cancel, until the process is gone",
                Duration.between(begun, gone).toMillis() / 1000.0);
        assertThat(Duration.between(cancelled, gone)).isLessThan(Duration.ofSeconds(10));

        schedule.succeed("pubmed_updates");
        Launcher undisturbed = configured(folder.resolve("undisturbed"));
        undisturbed.done("ingest", "pubmed", "--updates");
        assertThat(digest(plumbline)).isEqualTo(digest(undisturbed));
    }

    private void aRequestOnTheNewestUpdateIsWorkedOffAtOnce() {
        sources.tell("update 6 "
                + SourcesProcess.PROJECT.resolve("research-jobs/src/main/sample/pubmed/baseline/pubmed99n0001.xml"));
        schedule.succeed("pubmed_updates");
        eventually("the index follows the update", () -> finds("lumetrazine"));
        eventually("what followed the new snapshot is over", () -> schedule.rests("index", "research", "recheck"));
        assertThat(schedule.runs("index")).allMatch(run -> run.type().equals("asset_triggered"));
        eventually("the next scheduled run of research is not due just now", ScheduleChainTest::isFarFromATick);

        job = submit(QUESTION);
        eventually(
                "Airflow is told",
                () -> schedule.findRun("research", "request-" + job).isPresent());
        awaitReport(job);
        assertThat(report(job).path("references").findValuesAsText("articleId")).contains("pmid:990000005");
    }

    private void requestsThatWaitTogetherShareARun() throws IOException {
        eventually("research rests", () -> schedule.rests("research"));
        plumbline.done("schedule", "pause", "research");
        String first = submit(QUESTION, "--population", "zqxfirst patients");
        eventually(
                "Airflow is told of the first",
                () -> schedule.findRun("research", "request-" + first).isPresent());
        Path told = home().resolve("airflow-told.txt");
        Files.delete(told);
        String second = submit(QUESTION, "--outcome", "zqxsecond");
        eventually("Airflow is asked for the second", () -> read(told).contains("run request-" + first));
        assertThat(schedule.runs("research"))
                .filteredOn(run -> !run.isOver())
                .containsExactly(new Run("request-" + first, "manual", "queued"));

        plumbline.done("schedule", "unpause", "research");
        awaitReport(first);
        awaitReport(second);
        eventually("the run ends", () -> schedule.rests("research"));
        assertThat(schedule.findRun("research", "request-" + first))
                .contains(new Run("request-" + first, "manual", "success"));
        assertThat(schedule.findRun("research", "request-" + second)).isEmpty();
    }

    private void aRetractionIsFoundInTheReportsThatCiteIt() throws IOException {
        eventually("what came before is over", () -> schedule.rests("integrity", "index", "recheck"));
        assertThat(schedule.byAsset("recheck", "failed")).isEmpty();
        sources.tell("put /retraction_watch.csv " + Files.writeString(folder.resolve("list.csv"), RETRACTIONS));
        Files.writeString(
                home().resolve("plumbline.yaml"), """
                services: {retractionWatch: "%sretraction_watch.csv"}
                integrity: {sources: [retraction-watch]}
                """.formatted(sources.address()), StandardOpenOption.APPEND);
        schedule.succeed("integrity");
        eventually(
                "the recheck DAG fires by its asset",
                () -> !schedule.byAsset("recheck", "failed").isEmpty());
        Run recheck = schedule.byAsset("recheck", "failed").getFirst();
        String log = plumbline
                .done("schedule", "logs", recheck.id(), "--dag", "recheck")
                .out();
        assertThat(log)
                .containsPattern("found: [1-9]")
                .contains("research recheck ended with 1 (delivered reports should be looked at");
        assertThat(plumbline.run("research", "recheck").out()).contains("job " + job + " (said before)");
    }

    private void nothingClinicalIsInAirflow() throws Exception {
        AirflowMemory memory = AirflowMemory.of(home());
        assertThat(memory.placesOf("request-" + job)).contains("the database's dump");
        assertThat(memory.placesOf("research recheck ended with 1"))
                .as("tasks' logs")
                .isNotEmpty();
        for (String marker : CLINICAL) {
            assertThat(memory.placesOf(marker)).as(marker).isEmpty();
        }
    }

    private void nothingRunsAfterDown() {
        plumbline.done("schedule", "down");
        assertThat(HomeProcesses.with("airflow", home())).isEmpty();
    }

    private Launcher configured(Path home) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("plumbline.yaml"), """
                sources:
                  pubmed: {url: "%spubmed/"}
                fetch: {perSecond: {"127.0.0.1": 1000}}
                """.formatted(sources.address()));
        return new Launcher(home);
    }

    private Path home() {
        return plumbline.home();
    }

    /// Stores a request; the job's id.
    private String submit(String question, String... options) {
        String[] command = new String[options.length + 4];
        System.arraycopy(new String[] {"research", "submit", "--question", question}, 0, command, 0, 4);
        System.arraycopy(options, 0, command, 4, options.length);
        return plumbline.done(command).out().strip();
    }

    private void awaitReport(String job) {
        eventually("the request ends as a report", () -> Files.exists(home().resolve("jobs/" + job + "/report.html")));
        assertThat(plumbline.done("research", "verify", job).out()).contains("no problem found");
    }

    private JsonNode report(String job) {
        return Json.read(read(home().resolve("jobs/" + job + "/report.json")), JsonNode.class);
    }

    private boolean finds(String word) {
        Ended search = plumbline.run("index", "search", word);
        return search.exit() == 0 && search.out().toLowerCase(Locale.ROOT).contains(word);
    }

    private List<Long> ingesting() {
        return HomeProcesses.with("org.plumbline.ingest.Main", home());
    }

    private static String digest(Launcher launcher) {
        return launcher.done("ingest", "status", "--json")
                .summary()
                .path("corpus")
                .path("digest")
                .asText();
    }

    /// A run of research is scheduled every five minutes; one that waits in its queue would serve a new request.
    private static boolean isFarFromATick() {
        long intoIt = Instant.now().getEpochSecond() % 300;
        return intoIt > 10 && intoIt < 280;
    }

    private static JsonNode dag(JsonNode status, String id) {
        return StreamSupport.stream(status.path("dags").spliterator(), false)
                .filter(dag -> dag.path("dag").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String what, double seconds) {
        System.err.printf(Locale.ROOT, "%s: %.1f s%n", what, seconds);
    }
}
