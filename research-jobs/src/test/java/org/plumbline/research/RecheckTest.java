package org.plumbline.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.IntegrityEvent.Kind;
import org.plumbline.citations.PublicationDate;

/// Delivered reports after something happened to what they cite.
class RecheckTest {

    private static final String[] GOUT = {
        "--question", "Does zelotrine prevent gout flares in adults with gout?",
        "--intervention", "zelotrine",
        "--outcome", "gout flares"
    };

    @TempDir
    private Path home;

    private Runs runs = new Runs(Path.of("."));
    private String id = "";

    @BeforeEach
    void answerAQuestion() throws IOException {
        Library.onGout().publish(home);
        runs = new Runs(home);
        id = runs.done(GOUT);
        assertThat(runs.file(id, "report.json")).contains("\"pmid:1\"");
    }

    @Test
    void aReportStandsWhileItsSourcesDo() {
        Runs.Answer answer = runs.run("recheck");
        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .startsWith("1 reports checked against snapshot ")
                .contains(": 0 touched");
    }

    @Test
    void aRetractedSourceTouchesItsReportOnceAndLeavesTheReportAsItIs() throws IOException {
        Map<String, String> before = runs.files(id);
        Library.onGout()
                .after(1, Kind.RETRACTION, new PublicationDate(2026, 11, 2))
                .publish(home);

        Runs.Answer first = runs.run("recheck");
        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.out())
                .contains("job " + id)
                .contains(
                        "pmid:1: retracted; in the report: no retraction or correction known (new: Retraction, 2026-11-02")
                .contains("1 touched, 1 of them not said before, 0 do not verify");
        Map<String, String> after = runs.files(id);
        assertThat(after.remove("recheck.json")).contains("RETRACTED");
        assertThat(after).isEqualTo(before);
        assertThat(runs.run("verify", id).exit()).isZero();
        assertThat(runs.run("list").out()).contains("(1 source has changed since: plumbline research recheck)");

        Runs.Answer again = runs.run("recheck");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("(said before)").contains("1 touched, 0 of them not said before");
    }

    @Test
    void whatComesAfterAFindingIsANewFinding() throws IOException {
        Library.onGout()
                .after(1, Kind.CORRECTION, new PublicationDate(2026, 10, 0))
                .publish(home);
        assertThat(runs.run("recheck").out()).contains("pmid:1: corrected");
        Library.onGout()
                .after(1, Kind.CORRECTION, new PublicationDate(2026, 10, 0))
                .after(1, Kind.EXPRESSION_OF_CONCERN, new PublicationDate(2026, 11, 0))
                .publish(home);
        Runs.Answer second = runs.run("recheck");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.out()).contains("pmid:1: expression of concern");
    }

    @Test
    void aSourceThatIsGoneIsSaid() throws IOException {
        Library.onGout().without(2).publish(home);
        Runs.Answer answer = runs.run("recheck");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("pmid:2: no longer in the index");
    }

    @Test
    void anEventOfWhatIsNotCitedTouchesNothing() throws IOException {
        Library.onGout()
                .after(6, Kind.RETRACTION, new PublicationDate(2026, 11, 2))
                .publish(home);
        assertThat(runs.run("recheck").out()).contains(": 0 touched");
    }

    @Test
    void jsonHoldsNoWordOfTheQuestionAndTheSummaryLast() throws IOException {
        Library.onGout()
                .after(1, Kind.RETRACTION, new PublicationDate(2026, 11, 2))
                .publish(home);
        String[] lines = runs.run("recheck", "--json").out().split("\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).contains("\"job\":\"" + id + "\"").contains("\"now\":\"RETRACTED\"");
        assertThat(lines[1])
                .startsWith("{\"checked\":1,\"touched\":1,\"found\":1,\"failed\":0,\"snapshot\":\"")
                .endsWith("\"jobs\":[\"" + id + "\"]}");
        assertThat(String.join("", lines)).doesNotContainIgnoringCase("zelotrine");
    }

    @Test
    void aReportThatCannotBeReadDoesNotKeepTheOthersFromBeingRead() throws IOException {
        String other = runs.done("--question", "Does ostravine prevent gout flares?", "--intervention", "ostravine");
        Files.writeString(runs.job(id).resolve("report.json"), "{");
        Runs.Answer answer = runs.run("recheck");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("job " + id);
        assertThat(answer.out()).startsWith("1 reports checked").contains("1 do not verify");
        assertThat(other).isNotEqualTo(id);
    }

    @Test
    void withoutAnIndexItSaysWhatToDo(@TempDir Path empty) {
        Runs.Answer answer = new Runs(empty).run("recheck");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("plumbline index build");
    }
}
