package org.plumbline.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders that cannot be taken: one line that says what is wrong, exit code 2, and no job.
class BadRequestTest {

    private static final String QUESTION = "Does zelotrine prevent gout flares?";

    @TempDir
    private Path home;

    @Test
    void refusesQuestionsThatAreNone() {
        refuses("question has 0 characters", "submit", "--question", "");
        refuses("question has 0 characters", "submit", "--question", " \n\t\u0000 ");
        refuses("question has", "submit", "--question", "????????????");
        refuses("at most 500", "submit", "--question", "word ".repeat(2 << 20));
        refuses("--outcome has", "submit", "--question", QUESTION, "--outcome", "word ".repeat(100));
        refuses("--question", "submit");
    }

    @Test
    void takesTheQuestionFromStdinWhereNoListOfProcessesShowsIt() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream((QUESTION + "\n").getBytes(StandardCharsets.UTF_8)));
            assertThat(new Runs(home).run("submit", "--question", "-").exit()).isZero();
            System.setIn(new ByteArrayInputStream(new byte[10 << 20]));
            refusesOf(new Runs(home), "question has 0 characters", "submit", "--question", "-");
        } finally {
            System.setIn(before);
        }
        assertThat(new Runs(home).run("list").out()).contains(QUESTION).hasLineCount(1);
    }

    @Test
    void refusesFiltersThatLetNothingThrough() {
        refuses("randomised-trial", "submit", "--question", QUESTION, "--design", "rct");
        refuses("--design", "submit", "--question", QUESTION, "--design", "");
        refuses("no year lies between", "submit", "--question", QUESTION, "--since", "2020", "--until", "2019");
        refuses("--since", "submit", "--question", QUESTION, "--since", "last year");
        refuses("--until", "submit", "--question", QUESTION, "--until", "99");
        refuses("--journals has an empty name", "submit", "--question", QUESTION, "--journals", "A,,B");
        refuses("both given", "submit", "--question", QUESTION, "--journals", "A", "--exclude-journals", "B");
    }

    @Test
    void refusesJobsThatAreNotThereOrMayBeSeveral() {
        Runs runs = new Runs(home);
        for (int i = 0; i < 2; i++) {
            assertThat(runs.run("submit", "--question", QUESTION).exit()).isZero();
        }
        for (String command : List.of("report", "verify", "status", "purge")) {
            for (String name : List.of("nosuch", "../..", "20")) {
                List<String> args = new ArrayList<>(List.of(command, name));
                args.addAll(command.equals("report") ? List.of("--out", "-") : List.of());
                refusesOf(runs, name.equals("20") ? "may be any of 2" : "no job", args.toArray(String[]::new));
            }
        }
        assertThat(runs.run("list", "--json").out()).endsWith("{\"jobs\":2}\n");
    }

    @Test
    void refusesToWriteAReportWhereItCannotBeWritten() throws IOException {
        Library.onGout().publish(home);
        Runs runs = new Runs(home);
        String id = runs.done("--question", QUESTION);
        refusesOf(
                runs,
                "folder that is there",
                "report",
                id,
                "--out",
                home.resolve("no/where.html").toString());
        refusesOf(runs, "expected a file", "report", id, "--out", home.toString());
        refusesOf(runs, "--format", "report", id, "--out", "-", "--format", "pdf");
        Path tooLong = home.resolve("x".repeat(300));
        refusesOf(runs, "cannot be written", "report", id, "--out", tooLong.toString());
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no folder here that nobody may write to");
        refusesOf(runs, "cannot be written", "report", id, "--out", "/proc/self/report.html");
    }

    @Test
    void refusesHomesThatAreFilesOrOfANewerVersion() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        refusesOf(new Runs(file), "not a folder", "submit", "--question", QUESTION);
        refusesOf(new Runs(file), "not a folder", "list");
        Files.writeString(home.resolve("format"), "2\n");
        refuses("format \"2\"", "submit", "--question", QUESTION);
        refuses("format \"2\"", "work", "--drain");
    }

    @Test
    void listsTheOtherJobsWhereOneIsDamagedAndNeutralisesItsWords() throws IOException {
        Runs runs = new Runs(home);
        String whole = runs.run("submit", "--question", QUESTION + " \u009b2J\u202e")
                .out()
                .strip();
        String damaged = runs.run("submit", "--question", QUESTION).out().strip();
        Files.writeString(runs.job(damaged).resolve("request.json"), "{");
        Runs.Answer list = runs.run("list");
        assertThat(list.exit()).as(list.err()).isZero();
        assertThat(list.out())
                .contains(whole + "  queued", damaged + "  unreadable")
                .doesNotContain("\u009b", "\u202e");
        assertThat(runs.run("status").out()).contains("1 queued", "1 unreadable");
    }

    private void refuses(String because, String... args) {
        Runs runs = new Runs(home);
        refusesOf(runs, because, args);
        assertThat(home.resolve("jobs")).doesNotExist();
    }

    private static void refusesOf(Runs runs, String because, String... args) {
        Runs.Answer answer = runs.run(args);
        assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
        assertThat(answer.err()).contains(because).hasLineCount(1);
        assertThat(answer.out()).isEmpty();
    }
}
