package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;

/// What a data team sees and does, command by command.
class DataTeamTest {

    @TempDir
    private Path folder;

    private Path files = Path.of("");
    private String home = "";

    @BeforeEach
    void write() throws IOException {
        files = Files.createDirectories(folder.resolve("in/baseline"));
        home = folder.resolve("home").toString();
        write("pubmed26n0001.xml", citation(1, "First") + citation(2, "Second") + citation(2, "Second"));
        write("pubmed26n0002.xml", citation(3, "Third") + "<PubmedArticle><MedlineCitation/></PubmedArticle>");
    }

    @Test
    void followsAnInputFromQuarantineIntoTheCorpus() throws IOException {
        assertThat(ingest().exit()).isZero();
        List<JsonNode> open = lines("quarantine", "list");
        assertThat(open).hasSize(2);
        assertThat(open.getLast().path("quarantined").asInt()).isEqualTo(1);
        String id = open.getFirst().path("id").asText();
        assertThat(id).matches("[0-9a-f]{10}");
        assertThat(run("quarantine", "show", id.substring(0, 4)).out())
                .contains(id, "pubmed26n0002.xml", "missing-id", "quarantine retry " + id);
        assertThat(status().path("corpus").path("quarantined").asInt()).isEqualTo(1);

        Commanded stillBroken = run("quarantine", "retry", id, "--master", "local[2]");
        assertThat(stillBroken.exit()).as(stillBroken.err()).isEqualTo(1);
        assertThat(stillBroken.out()).contains("1 files read again, 1 entries of them open");
        assertThat(lines("quarantine", "list").getFirst().path("id").asText())
                .as("the same refusal keeps its id")
                .isEqualTo(id);

        write("pubmed26n0002.xml", citation(3, "Third") + citation(4, "Mended"));
        assertThat(run("quarantine", "retry", "--reason", "missing-id", "--master", "local[2]")
                        .exit())
                .isZero();
        assertThat(lines("quarantine", "list")).hasSize(1);
        assertThat(status().path("corpus").path("quarantined").asInt()).isZero();
        assertThat(status().path("corpus").path("articles").asInt()).isEqualTo(4);
        List<JsonNode> history = lines("quarantine", "list", "--all");
        assertThat(history).as("two refusals and the count").hasSize(3);
        assertThat(history.getFirst().path("resolvedBy").asText()).isNotEmpty();
        assertThat(run("quarantine", "retry", id).err()).contains("nothing open was chosen");
    }

    @Test
    void aFileThatIsGoneIsNamedAndNothingElseHappens() throws IOException {
        ingest();
        Files.delete(files.resolve("pubmed26n0002.xml"));
        Commanded retry = run("quarantine", "retry", "--all", "--json");
        assertThat(retry.exit()).isEqualTo(1);
        assertThat(Json.read(retry.out(), JsonNode.class).path("gone").get(0).asText())
                .endsWith("pubmed26n0002.xml");
        assertThat(run("quarantine", "retry").exit()).isEqualTo(2);
        assertThat(run("quarantine", "show", "ffffffffff").exit()).isEqualTo(2);
        assertThat(run("quarantine", "list", "--file", "[").exit()).isEqualTo(2);
        assertThat(run("quarantine", "list", "--source", "pubmet").err()).contains("pubmed, pmc, jats");
        assertThat(lines("quarantine", "list", "--file", "*0001*")).hasSize(1);
        assertThat(lines("quarantine", "list", "--file", "*0002*", "--source", "pubmed"))
                .hasSize(2);
    }

    @Test
    void runsTellWhatEachDidAndWhichTryFailed() throws IOException {
        ingest();
        write("pubmed26n0003.xml", citation(1, "First, revised"));
        ingest();
        write("pubmed25n0001.xml", citation(9, "Another year"));
        assertThat(ingest().exit()).isEqualTo(2);

        List<JsonNode> lines = lines("runs");
        assertThat(lines.stream().map(line -> line.path("outcome").asText()))
                .containsExactly("FAILED", "PUBLISHED", "PUBLISHED", "");
        assertThat(lines.get(0).path("fault").asText()).contains("pubmed25n, pubmed26n");
        assertThat(lines.get(1).path("report").path("records").path("revised").asInt())
                .isEqualTo(1);
        JsonNode first = lines.get(2).path("report");
        assertThat(first.path("duplicates").path("records").asInt()).isEqualTo(1);
        assertThat(first.path("missing").toString()).isEqualTo("{\"abstract\":4,\"date\":4,\"journal\":4}");
        assertThat(first.path("quarantined").path("missing-id").asInt()).isEqualTo(1);
        assertThat(lines("runs", "--limit", "1")).hasSize(2);
        assertThat(run("runs", lines.get(2).path("run").asText()).out()).contains("4 seen: 3 new");
        assertThat(run("runs", "2000").exit()).isEqualTo(2);
        assertThat(run("runs").out()).contains("FAILED: files of several baseline years", "pubmed");
    }

    @Test
    void statusSaysWhatIsWrongFirst() throws IOException {
        assertThat(run("status").out()).contains("is empty");
        ingest();
        settings("sources:\n  pubmed: {target: P2D}\n  pmc: {target: P7D}\n");
        JsonNode status = status();
        assertThat(status.path("healthy").asBoolean()).as("pmc never came").isFalse();
        assertThat(status.path("sources").get(0).path("source").asText()).isEqualTo("pmc");
        assertThat(status.path("sources").get(0).path("freshness").asText()).isEqualTo("NEVER");
        JsonNode pubmed = status.path("sources").get(1);
        assertThat(pubmed.path("freshness").asText()).isEqualTo("FRESH");
        assertThat(pubmed.path("live").asInt()).isEqualTo(3);
        assertThat(pubmed.path("newestFile").asText()).isEqualTo("pubmed26n0002.xml");
        assertThat(pubmed.path("lastRun").path("seen").asInt()).isEqualTo(4);
        assertThat(pubmed.path("quarantined").path("missing-id").asInt()).isEqualTo(1);
        assertThat(run("status", "--check").exit()).isEqualTo(1);
        assertThat(run("status").out()).startsWith("NEVER    pmc: has a target (PT168H)");

        settings("sources:\n  pubmed: {target: P2D}\n");
        assertThat(run("status", "--check").exit()).isZero();
        Path metrics = folder.resolve("plumbline.prom");
        assertThat(run("status", "--metrics", metrics.toString()).exit()).isZero();
        assertThat(metrics)
                .content()
                .contains("plumbline_records{source=\"pubmed\",state=\"live\"} 3.0")
                .contains("plumbline_quarantined{reason=\"missing-id\",source=\"pubmed\"} 1.0");
        assertThat(run("status", "--metrics", folder.resolve("nowhere/x.prom").toString())
                        .exit())
                .isEqualTo(2);

        settings("sources:\n  pubmed: {target: soon}\n");
        assertThat(run("status").err()).contains("target soon: expected a duration such as P2D");
        settings("sources:\n  pubmet: {target: P2D}\n");
        assertThat(run("status").err()).contains("sources: pubmet: source \"pubmet\": none is named so");
    }

    @Test
    void aFailedAndACutOffTryAreSeen() throws IOException {
        ingest();
        Path attempts = Path.of(home, "corpus/attempts/pubmed-take.jsonl");
        String done = Files.readString(attempts);
        String cutOff = done.replaceAll("\"ended\":\"[^\"]*\",", "")
                .replaceAll("\"processBegan\":\"[^\"]*\"", "\"processBegan\":\"never\"");
        Files.writeString(attempts, done + cutOff);
        assertThat(status().path("sources").get(0).path("failing").asBoolean()).isTrue();
        assertThat(run("status").out())
                .startsWith("FAILING  pubmed: the last take failed: began ")
                .contains("was cut off");
        assertThat(run("status", "--check").exit()).isEqualTo(1);
        ingest();
        assertThat(status().path("sources").get(0).path("failing").asBoolean())
                .as("a run that finds nothing new is a success")
                .isFalse();
    }

    @Test
    void tracesAnArticleFromAnyOfItsIds() {
        ingest();
        for (String id : List.of("pmid:2", "2", "doi:10.5555/second.2", "https://doi.org/10.5555/SECOND.2")) {
            Commanded traced = run("trace", id, "--json");
            assertThat(traced.exit()).as(traced.err()).isZero();
            JsonNode trace = Json.read(traced.out(), JsonNode.class);
            assertThat(trace.path("articleId").asText()).isEqualTo("pmid:2");
            assertThat(trace.path("records").get(0).path("key").asText()).isEqualTo("PUBMED:2");
            assertThat(trace.path("records").get(0).path("position").asInt()).isEqualTo(2);
            assertThat(trace.path("files").get(0).path("path").asText()).endsWith("baseline/pubmed26n0001.xml");
            assertThat(trace.path("runs")).hasSize(1);
            assertThat(trace.path("runs").get(0).path("run"))
                    .isEqualTo(trace.path("files").get(0).path("run"));
        }
        assertThat(run("trace", "pmid:2").out()).contains("PUBMED:2, newest in pubmed26n0001.xml");
        assertThat(run("trace", "pmid:77").err()).contains("nothing is known of it");
    }

    @Test
    void tracesTheNewestVersionOnly() throws IOException {
        ingest();
        write("pubmed26n0003.xml", citation(2, "Second, revised"));
        ingest();
        Commanded traced = run("trace", "pmid:2", "--json");
        assertThat(traced.exit()).as(traced.err()).isZero();
        JsonNode trace = Json.read(traced.out(), JsonNode.class);
        assertThat(trace.path("title").asText()).isEqualTo("Second, revised");
        assertThat(trace.path("records")).hasSize(1);
        assertThat(trace.path("records").get(0).path("file").asText()).isEqualTo("pubmed26n0003.xml");
        assertThat(trace.path("files")).hasSize(1);
    }

    @Test
    void refusesToTraceWhatIsNoId() {
        ingest();
        assertThat(run("trace", "what?").err()).contains("no identifier");
    }

    private JsonNode status() {
        return Json.read(run("status", "--json").out(), JsonNode.class);
    }

    private List<JsonNode> lines(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--json");
        Commanded run = run(all.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().map(line -> Json.read(line, JsonNode.class)).toList();
    }

    private Commanded ingest() {
        return run("pubmed", files.toString(), "--master", "local[2]");
    }

    private Commanded run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--home", home));
        return Commanded.run(all.toArray(String[]::new));
    }

    private void settings(String yaml) throws IOException {
        Files.writeString(Path.of(home, "plumbline.yaml"), yaml);
    }

    private void write(String name, String citations) throws IOException {
        Files.writeString(files.resolve(name), "<PubmedArticleSet>" + citations + "</PubmedArticleSet>");
    }

    private static String citation(int pmid, String title) {
        return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">" + pmid + "</PMID><Article><ArticleTitle>" + title
                + "</ArticleTitle><ELocationID EIdType=\"doi\" ValidYN=\"Y\">10.5555/" + title.replaceAll("\\W.*", "")
                + "." + pmid + "</ELocationID></Article></MedlineCitation></PubmedArticle>";
    }
}
