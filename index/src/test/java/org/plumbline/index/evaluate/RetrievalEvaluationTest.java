package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;

class RetrievalEvaluationTest {

    @TempDir
    Path folder;

    @Test
    void printsTheMeasuresOfASmallCollection() throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), """
                {"_id": "d1", "title": "Sample drug", "text": "It lowered sample pain."}
                {"_id": "d2", "title": "Other things", "text": "Nothing about that."}
                """);
        Files.writeString(folder.resolve("queries.jsonl"), "{\"_id\": \"q1\", \"text\": \"drugs for pain\"}\n");
        Files.createDirectory(folder.resolve("qrels"));
        Files.writeString(folder.resolve("qrels/test.tsv"), "query-id\tcorpus-id\tscore\nq1\td1\t1\n");
        for (String mode : new String[] {"bare", "bm25", "dense", "hybrid", "rerank"}) {
            JsonNode report = evaluate(folder, mode);
            assertThat(report.at("/metrics/ndcg@10/value").asDouble()).isEqualTo(1);
            assertThat(report.at("/metrics/mrr/n").asInt()).isEqualTo(1);
            assertThat(report.path("data").asText()).hasSize(64);
            assertThat(Evaluated.value(report, "ranking 1000, p95 ms")).isPositive();
        }
        JsonNode both = Evaluated.run(new RetrievalEvaluation(), args(folder, "bm25", "--against", "bare"));
        assertThat(Evaluated.value(both, "ndcg@10 of bare")).isEqualTo(1);
        assertThat(Evaluated.value(both, "ndcg@10 gain on bare")).isZero();
    }

    @Test
    void refusesAFolderWithoutACorpus() {
        assertThat(Commands.run(new RetrievalEvaluation(), new String[] {"--data", folder.toString()}))
                .isEqualTo(Commands.WRONG_INPUT);
    }

    @Test
    void leavesNothingBehindWhereItCannotBuild() throws IOException {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        Path file = Files.createFile(folder.resolve("file"));
        JudgedDocument document = new JudgedDocument("d1", "Sample", "Words", List.of());
        assertThatThrownBy(() ->
                        Rankers.build(List.of(document), List.of(Ranks.HYBRID), file.resolve("below-a-file"), scratch))
                .isInstanceOf(IOException.class);
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void ranksNoWorseThanBareBm25AndAsWellAsExpected() throws IOException {
        Path data = Evaluated.dataOr("ranking is not measured").resolve("retrieval/scifact-train");
        JsonNode ours = evaluate(data, "bm25");
        JsonNode bare = evaluate(data, "bare");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("expected-scifact-train.json"))) {
            JsonNode expected = Json.LINE.readTree(in);
            expected.properties()
                    .forEach(metric -> assertThat(Evaluated.value(ours, metric.getKey()))
                            .as(metric.getKey())
                            .isCloseTo(metric.getValue().asDouble(), within(0.003)));
        }
        assertThat(Evaluated.value(ours, "ndcg@10")).isGreaterThanOrEqualTo(Evaluated.value(bare, "ndcg@10"));
        assertThat(Evaluated.value(ours, "recall@100"))
                .isGreaterThanOrEqualTo(Evaluated.value(bare, "recall@100") - 0.005);
    }

    private JsonNode evaluate(Path data, String mode) throws IOException {
        return Evaluated.run(new RetrievalEvaluation(), args(data, mode));
    }

    private String[] args(Path data, String mode, String... more) {
        String[] start = {
            "--data",
            data.toString(),
            "--mode",
            mode,
            "--vectors",
            folder.resolve("kept").toString(),
            "--json"
        };
        return Stream.concat(Stream.of(start), Stream.of(more)).toArray(String[]::new);
    }
}
