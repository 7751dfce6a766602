package org.plumbline.index.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;
import org.plumbline.index.Samples;

class StrategyCommandTest {

    private static final String STRATEGY = "1. aspirin[tiab]\n2. heart[ti]\n3. 1 or 2\n";

    @TempDir
    private Path home;

    private Path strategy = Path.of("");

    @BeforeEach
    void publish() throws IOException {
        Samples.publish(
                home,
                List.of(
                        Samples.article("pmid:1", "Aspirin in sample pain", "Pain fell."),
                        Samples.article("pmid:2", "Sample hearts", "Aspirin was given."),
                        Samples.article("pmid:3", "The sample heart", "Nothing was given.")),
                2);
        strategy = Files.writeString(home.resolve("strategy.txt"), STRATEGY);
    }

    @Test
    void printsHowManyArticlesEachLineMatches() {
        assertThat(run("strategy", strategy.toString())).isEqualTo(new Commanded(0, """
                        line  hits  as understood
                        #1       2  aspirin[tiab]
                        #2       1  heart[ti]
                        #3       3  #1 OR #2
                        """, ""));
    }

    @Test
    void printsJsonLinesWithTheSummaryLast() throws IOException {
        List<String> lines = run("strategy", strategy.toString(), "--json", "--show", "1")
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(2))
                .isEqualTo("{\"line\":3,\"written\":\"1 or 2\",\"understood\":\"#1 OR #2\",\"hits\":3}");
        assertThat(lines.get(3))
                .isEqualTo(
                        "{\"article\":\"pmid:1\",\"title\":\"Aspirin in sample pain\",\"citation\":\"2020 · PMID 1\"}");
        JsonNode summary = Json.LINE.readTree(lines.getLast());
        assertThat(summary.path("lines").asInt()).isEqualTo(3);
        assertThat(summary.path("hits").asInt()).isEqualTo(3);
        assertThat(summary.path("mesh").asText()).isEmpty();
        assertThat(summary.path("snapshot").asText()).startsWith("s");
    }

    @Test
    void printsTheIdsOfALineAndTheArticlesOfTheLast() {
        assertThat(run("strategy", strategy.toString(), "--line", "1").out()).isEqualTo("pmid:1\npmid:2\n");
        assertThat(run("strategy", "--query", "heart*[ti]", "--show", "1").out())
                .isEqualTo("line  hits  as understood\n#1       2  heart*[ti]\n\nSample hearts\n    2020 · PMID 2\n");
    }

    @Test
    void writesAllIdsOfTheLastLine() throws IOException {
        Path ids = home.resolve("found.txt");
        run("strategy", strategy.toString(), "--ids", ids.toString());
        assertThat(ids).hasContent("pmid:1\npmid:2\npmid:3\n");
        Commanded refused = run(
                "strategy",
                strategy.toString(),
                "--ids",
                home.resolve("no/such/folder").toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("cannot be written (NoSuchFileException)");
    }

    @Test
    void leavesNothingBehindWhereIdsCannotBeWritten() throws IOException {
        Path folder =
                Files.createDirectories(home.resolve("taken/found.txt/within")).getParent();
        Commanded refused = run("strategy", strategy.toString(), "--ids", String.valueOf(folder));
        assertThat(refused.code()).isEqualTo(2);
        try (Stream<Path> left = Files.list(home.resolve("taken"))) {
            assertThat(left).containsExactly(folder);
        }
    }

    @Test
    void refusesALineThatThereIsNotBeforeItSearches(@TempDir Path empty) {
        assertThat(Commanded.run(empty, "strategy", "--query", "heart", "--line", "7")
                        .err())
                .isEqualTo("plumbline: --line 7: the strategy has no such line\n");
    }

    @Test
    void readsStdin() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("heart[ti]".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("strategy", "-").out()).contains("#1       1  heart[ti]");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void addsAClinicalQuery() {
        Commanded answer = run("strategy", "--query", "heart[ti]", "--filter", "therapy/narrow");
        assertThat(answer.out()).contains("#2       0  #1 AND therapy/narrow[filter]");
        assertThat(answer.err())
                .isEqualTo("note: no MeSH vocabulary: headings and publication types were matched without narrower ones"
                        + " and other names; run `plumbline index mesh FILE` with NLM's descriptor file\n");
        refuses(
                "plumbline: --filter the wording of prognosis/narrow was not read at its source, so it is not offered: paste"
                        + " NLM's own; known are therapy/broad, therapy/narrow\n",
                "--query",
                "heart[ti]",
                "--filter",
                "prognosis/narrow");
    }

    @Test
    void searchesWithinAStrategysArticles() throws IOException {
        Files.writeString(strategy, "1. aspirin[tiab]\n2. heart[ti]\n3. #1 NOT #2\n");
        for (String mode : List.of("BM25", "RERANK")) {
            Commanded answer = run("search", "given", "pain", "--mode", mode, "--strategy", strategy.toString());
            assertThat(answer.out())
                    .as(mode)
                    .startsWith("Within the strategy's articles, 2:\n\n")
                    .contains("PMID 1", "PMID 2", "2 articles have any of the words")
                    .doesNotContain("PMID 3");
        }
        assertThat(run("search", "given", "--json", "--limit", "1", "--strategy", strategy.toString())
                        .out())
                .contains("\"strategyMatched\":2,\"articlesMatched\":1,\"articlesShown\":1}");
        assertThat(run("explain", "given", "pmid:3", "--strategy", strategy.toString())
                        .out())
                .contains("the strategy does not match it");
    }

    @Test
    void refusesToSearchWithinWhatIsNoStrategy() throws IOException {
        Files.writeString(strategy, "heart[tii]\n");
        for (List<String> command : List.of(List.of("search", "pain"), List.of("explain", "pain", "pmid:1"))) {
            List<String> all = new ArrayList<>(command);
            all.addAll(List.of("--strategy", strategy.toString()));
            Commanded refused = run(all.toArray(String[]::new));
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).startsWith("heart[tii]\n     ^\nplumbline: line 1, column 6: [tii] is no tag");
        }
        assertThat(run("search", "pain", "--strategy", home.resolve("none").toString()))
                .isEqualTo(new Commanded(
                        2, "", "plumbline: " + home + "/none: cannot be read (NoSuchFileException); check its name\n"));
    }

    @Test
    void showsThePlaceThatIsWrong() throws IOException {
        Files.writeString(strategy, "1. aspirin[tiab]\n2. heart[tii] AND #1\n");
        refuses("""
                heart[tii] AND #1
                     ^
                plumbline: line 2, column 6: [tii] is no tag that is known; known are [ti] [ab] [tiab] [ot] [tw] [all] [mh]\
                 [majr] [sh] [pt] [dp] [au] [1au] [ta] [la] [pmid] [pmc] [aid] [filter]
                """, strategy.toString());
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        String one = "plumbline: give a strategy's FILE, - for stdin, or --query QUERY, and one of them only\n";
        refuses(one);
        refuses(one, strategy.toString(), "--query", "heart");
        refuses(
                "plumbline: " + home + "/none: cannot be read (NoSuchFileException); check its name\n",
                home.resolve("none").toString());
        Files.write(strategy, new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
        refuses("plumbline: " + strategy + ": not UTF-8 text; save it as plain text in UTF-8\n", strategy.toString());
        refuses("plumbline: --line 7: the strategy has no such line\n", "--query", "heart", "--line", "7");
        refuses(
                "plumbline: --show -1: from 0 to 10,000 articles are shown; --ids FILE writes all ids\n",
                "--query",
                "heart",
                "--show",
                "-1");
        refuses(
                "plumbline: --show 10001: from 0 to 10,000 articles are shown; --ids FILE writes all ids\n",
                "--query",
                "heart",
                "--show",
                "10001");
    }

    @Test
    void keepsAVocabularyAndFindsNarrowerHeadingsByIt() throws IOException {
        assertThat(run("mesh").err())
                .isEqualTo("plumbline: no MeSH vocabulary in " + home
                        + " yet: give NLM's descriptor file, as in plumbline" + " index mesh desc2026.gz\n");
        Path tables = Files.createDirectory(home.resolve("tables"));
        Files.writeString(tables.resolve("terms.tsv"), "mesh_id\tmesh_name\nD000001\tOne\nD000002\tTwo\n");
        Files.writeString(
                tables.resolve("tree-numbers.tsv"), "mesh_id\tmesh_name\tmesh_tree_number\nD000002\tTwo\tC1.2\n");
        Commanded answer = run("mesh", tables.toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).matches("MeSH vocabulary [0-9a-f]{16}: 2 headings at 1 places, 0 entry terms\n");
        assertThat(run("mesh").out()).isEqualTo(answer.out());
        assertThat(run("strategy", "--query", "one[mh]").err()).isEmpty();
        assertThat(run("mesh", home.resolve("none.xml").toString()).code()).isEqualTo(2);
    }

    private void refuses(String err, String... args) {
        List<String> all = new ArrayList<>(List.of("strategy"));
        all.addAll(List.of(args));
        assertThat(run(all.toArray(String[]::new))).isEqualTo(new Commanded(2, "", err));
    }

    private Commanded run(String... args) {
        return Commanded.run(home, args);
    }
}
