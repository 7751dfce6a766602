package org.plumbline.index.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Json;
import org.plumbline.citations.PublicationDate;
import org.plumbline.index.Samples;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.ArticleWithTexts;

class IndexCommandTest {

    private static final Journal JOURNAL = new Journal("The Fictional Lancet", "", List.of(), "", "");

    @TempDir
    Path home;

    @Test
    void printsArticlesWithPassageHighlightsAndLocation() {
        publish();
        Commanded answer = run("search", "pain", "relief");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains(" 1. Sample drug")
                .contains("Sample «pain» fell.")
                .contains("The Fictional Lancet · 2019 · PMID 1")
                .containsPattern("[0-9a-f]{64}#1:0-\\d+")
                .contains("1 shown; 1 article has any of the words");
    }

    @Test
    void printsJsonLinesWithTheSummaryLast() throws IOException {
        publish();
        List<String> lines = run("search", "pain", "--json").out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode hit = Json.LINE.readTree(lines.getFirst());
        assertThat(hit.path("article").asText()).isEqualTo("pmid:1");
        assertThat(hit.at("/passages/0/words").asText()).contains("pain");
        assertThat(Json.LINE.readTree(lines.getLast()).path("articlesMatched").asInt())
                .isEqualTo(1);
    }

    @Test
    void findsNothingWhereTheFilterLetsNothingThrough() {
        publish();
        assertThat(run("search", "pain", "--until", "2018").out()).contains("no article matches");
        assertThat(run("search", "pain", "--exclude-journal", "fictional lancet")
                        .out())
                .contains("no article matches");
        assertThat(run("search", "pain", "--journal", "FICTIONAL LANCET").out()).contains("1 shown");
    }

    @Test
    void filtersByEveryOptionAndRefusesWhatIsNotKnown() {
        publish();
        for (List<String> passing : List.of(
                List.of("--language", "English"),
                List.of("--licence", "not-stated"),
                List.of("--exclude-animals"),
                List.of("--exclude-preprints"),
                List.of("--exclude-standing", "retracted,superseded"),
                List.of("--standing", "no-known-event"),
                List.of("--exclude-source-list", "cochrane"))) {
            assertThat(searchWith(passing).out()).as("%s", passing).contains("1 shown");
        }
        for (List<String> barring : List.of(
                List.of("--language", "de"),
                List.of("--license", "open"),
                List.of("--humans"),
                List.of("--age", "infant,child"),
                List.of("--peer-reviewed"),
                List.of("--standing", "retracted"),
                List.of("--source-list", "cochrane"))) {
            assertThat(searchWith(barring).out()).as("%s", barring).contains("no article matches");
        }
        for (List<String> wrong : List.of(
                List.of("--language", "gibberish"),
                List.of("--licence", "none"),
                List.of("--standing", "good"),
                List.of("--age", "old"),
                List.of("--source-list", "mine"))) {
            assertThat(searchWith(wrong).code()).as("%s", wrong).isEqualTo(2);
        }
    }

    @Test
    void explainsInWordsAndAsJson() throws IOException {
        publish();
        assertThat(run("explain", "pain kryptonite", "pmid:1", "--since", "2020")
                        .out())
                .contains("without filters it would be rank 1; 1 article has any of the words")
                .contains("kept out by year: 2019, asked for 2020 or later")
                .contains("it lacks: kryptonite")
                .contains("Sample «pain» fell.")
                .contains("pain: once in passage, heading and title; in 1 of 2 passages");
        JsonNode json =
                Json.LINE.readTree(run("explain", "pain", "pmid:1", "--json").out());
        assertThat(json.path("rank").asInt()).isEqualTo(1);
        assertThat(json.at("/passages/0/terms/0/words").asText()).isEqualTo("pain");
        assertThat(run("explain", "pain", "pmid:9").code()).isEqualTo(2);
    }

    /// A vector brings an article that has no text; what is said of it stays true.
    @Test
    void printsAnArticleOfWhichNoTextIsHeld() throws IOException {
        Samples.publish(home, List.of(Samples.article("pmid:1", "Sample drug", null, Journal.NONE)), 1);
        assertThat(run("search", "pain", "--mode", "dense").code()).isEqualTo(2);
        assertThat(run("embed").code()).isZero();
        for (String mode : List.of("dense", "hybrid", "rerank")) {
            assertThat(run("search", "pain", "--mode", mode).out())
                    .contains(" 1. Sample drug")
                    .contains("(no text is held)")
                    .contains("1 shown; no article has any of the words");
            List<String> lines = run("search", "pain", "--mode", mode, "--json")
                    .out()
                    .lines()
                    .toList();
            assertThat(Json.LINE.readTree(lines.getFirst()).path("passages")).isEmpty();
            assertThat(Json.LINE
                            .readTree(lines.getLast())
                            .path("articlesMatched")
                            .asInt())
                    .isZero();
            assertThat(run("explain", "pain", "pmid:1", "--mode", mode).out())
                    .contains("rank 1; no article has any of the words")
                    .contains("what ranks it:")
                    .contains("it lacks: pain");
        }
    }

    @Test
    void refusesASearchWithoutWordsAndOneForTooMuch() {
        publish();
        for (List<String> wrong : List.of(
                List.of("search", "of the"),
                List.of("search", ""),
                List.of("explain", "of the", "pmid:1"),
                List.of("search", "pain", "--limit", "10001"),
                List.of("search", "pain", "--limit", "2147483647"))) {
            Commanded answer = run(wrong.toArray(String[]::new));
            assertThat(answer.code()).as("%s", wrong).isEqualTo(2);
            assertThat(answer.err().lines()).as("%s", wrong).hasSize(1);
        }
    }

    private Commanded searchWith(List<String> options) {
        List<String> all = new ArrayList<>(List.of("search", "pain"));
        all.addAll(options);
        return run(all.toArray(String[]::new));
    }

    @Test
    void takesDesignsAsTheyAreWritten() {
        publish();
        assertThat(run("search", "pain", "--design", "case-report").code()).isZero();
        assertThat(run("search", "pain", "--design", "CASE_REPORT").code()).isZero();
        assertThat(run("search", "pain", "--design", "guess").code()).isEqualTo(2);
    }

    @Test
    void showsWhatStandsAtALocation() {
        publish();
        String location = run("search", "pain")
                .out()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9a-f]{64}#1:.*"))
                .findFirst()
                .orElseThrow();
        String part = location.replaceFirst(":.*", ":0-6");
        assertThat(run("show", part).out()).contains("«Sample» pain fell.");
        assertThat(run("show", location.replaceFirst("#1:.*", "#9:0-6")).code()).isEqualTo(2);
        assertThat(run("show", "nonsense").code()).isEqualTo(2);
    }

    @Test
    void verifiesAndFindsDamage() throws IOException {
        SnapshotManifest manifest = publish();
        assertThat(run("verify").code()).isZero();
        SnapshotPart part = manifest.parts().getFirst();
        Path file = new SnapshotFolder(home)
                .part(part.id())
                .resolve(part.files().firstEntry().getKey());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Commanded answer = run("verify");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("other bytes");
    }

    @Test
    void listsSnapshots() {
        assertThat(run("list").out()).contains("no snapshot yet");
        SnapshotManifest manifest = publish();
        assertThat(run("list").out()).contains(manifest.id()).contains("<- current");
    }

    @Test
    void listsADamagedManifestAsSuchAndRollsBackOverIt() throws IOException {
        String first = publish().id();
        String second = Samples.publish(home, Samples.random(3, 4), 1, "next").id();
        Samples.publish(home, Samples.random(4, 4), 1, "last");
        Files.writeString(new SnapshotFolder(home).of(second).resolve(SnapshotFolder.MANIFEST), "{");
        Commanded listed = run("list");
        assertThat(listed.code()).isZero();
        assertThat(listed.out()).contains("snapshot " + second + ": its manifest is damaged");
        assertThat(run("rollback").out()).contains("snapshot " + first + " is current");
        assertThat(run("verify").out()).contains(second + ": manifest.json", "0 of them of the current snapshot");
        assertThat(run("prune", "--keep", "1").code()).isZero();
        assertThat(run("verify").code()).isZero();
    }

    @Test
    void leavesEverythingWhereItOnlyAsksWhatWouldGo() throws IOException {
        publish();
        Path left = Files.createDirectories(new SnapshotFolder(home).root().resolve(".building/parts"));
        assertThat(run("prune", "--keep", "1", "--dry-run").code()).isZero();
        assertThat(left).exists();
        assertThat(run("prune", "--keep", "1").code()).isZero();
        assertThat(left).doesNotExist();
    }

    @Test
    void publishesRollsBackAndPrunes() throws IOException {
        String first = publish().id();
        String second = Samples.publish(home, Samples.random(3, 4), 1, "next").id();
        assertThat(run("rollback").out()).contains("snapshot " + first + " is current");
        assertThat(run("publish", second).out()).contains("snapshot " + second + " is current");
        assertThat(run("publish", "s0000000000000000").code()).isEqualTo(2);
        JsonNode listed =
                Json.LINE.readTree(run("list", "--json").out().lines().toList().getLast());
        assertThat(listed.path("current").asText()).isEqualTo(second);
        assertThat(listed.path("bytes").asLong()).isPositive();

        Commanded dry = run("prune", "--keep", "1", "--dry-run");
        assertThat(dry.out()).contains("would go: " + first);
        Commanded wrongPin = run("prune", "--keep", "1", "--pin", "s0000000000000000");
        assertThat(wrongPin.code()).isEqualTo(2);
        assertThat(wrongPin.err()).hasLineCount(1).contains("no snapshot s0000000000000000");
        assertThat(new SnapshotFolder(home).ids()).hasSize(2);
        assertThat(run("prune", "--keep", "1", "--pin", first).out()).contains("0 snapshots");
        assertThat(run("prune", "--keep", "1").out()).contains("gone: " + first);
        assertThat(new SnapshotFolder(home).ids()).containsExactly(second);
        assertThat(run("prune", "--keep", "0").code()).isEqualTo(2);
        assertThat(run("rollback").code()).isEqualTo(2);
    }

    @Test
    void refusesToSearchWithoutAnIndex() {
        assertThat(run("search", "pain").code()).isEqualTo(2);
    }

    private SnapshotManifest publish() {
        ArticleWithTexts article = Samples.article(
                "pmid:1",
                "Sample drug",
                new PublicationDate(2019, 3, 0),
                JOURNAL,
                Samples.text("Sample drug", "Sample pain fell."));
        return Samples.publish(home, List.of(article), 1);
    }

    private Commanded run(String... args) {
        return Commanded.run(home, args);
    }
}
