package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.citations.command.Commands;

class ScreeningEvaluationTest {

    private static final String HEADING =
            "record_id,pubmedID,title,keywords,authors,abstract,label_abstract_screening,label_included\n";

    @TempDir
    Path folder;

    @BeforeEach
    void writeATopic() throws IOException {
        Files.writeString(folder.resolve("topics.tsv"), "file\tquestion\nPain.csv\tDoes sample drug lower pain?\n");
        Files.writeString(folder.resolve("Pain.csv"), HEADING + """
                1,11,Sample drug for pain,Humans; Pain,,It lowered pain.,1,1
                2,12,"Other things, twice",,,Nothing about that.,0,0
                3,13,A letter,,,,0,0
                4,14,Pain and no drug,,,,1,0
                """);
    }

    @Test
    void ranksTheRecordsOfATopicByItsQuestion() throws IOException {
        for (String mode : new String[] {"bare", "bm25", "hybrid"}) {
            JsonNode report = evaluate("--mode", mode);
            assertThat(Evaluated.value(report, "average precision")).as(mode).isEqualTo(1);
            assertThat(Evaluated.value(report, "Pain wss@95")).as(mode).isEqualTo(0.45);
            assertThat(report.at("/metrics/wss@95/n").asInt()).isEqualTo(1);
            assertThat(report.path("data").asText()).hasSize(64);
        }
    }

    @Test
    void countsTheLabelsThatAreAskedFor() throws IOException {
        assertThat(Evaluated.value(evaluate("--mode", "bm25", "--labels", "fulltext"), "Pain wss@95"))
                .isEqualTo(0.7);
    }

    static Stream<Arguments> badRows() {
        return Stream.of(
                arguments("a label that is none", "5,15,T,,,A,2,0\n"),
                arguments("too few fields", "5,15,T,,,A,1\n"),
                arguments("an id twice", "1,15,T,,,A,1,1\n"),
                arguments("no words", "5,15,,,,,1,1\n"),
                arguments("no id", ",15,T,,,A,1,1\n"),
                arguments("an open quote", "5,15,\"T,,,A,1,1\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRows")
    void refusesABadRow(String what, String row) throws IOException {
        Files.writeString(folder.resolve("Pain.csv"), Files.readString(folder.resolve("Pain.csv")) + row);
        assertThat(refused()).as(what).isEqualTo(Commands.WRONG_INPUT);
    }

    @Test
    void refusesATopicWithoutItsFile() throws IOException {
        Files.delete(folder.resolve("Pain.csv"));
        assertThat(refused()).isEqualTo(Commands.WRONG_INPUT);
    }

    @Test
    void refusesATopicOfWhichNothingIsRelevant() throws IOException {
        Files.writeString(folder.resolve("Pain.csv"), HEADING + "1,11,Sample,,,Words,0,0\n");
        assertThat(refused()).isEqualTo(Commands.WRONG_INPUT);
    }

    private int refused() {
        return Commands.run(new ScreeningEvaluation(), new String[] {"--data", folder.toString(), "--mode", "bm25"});
    }

    private JsonNode evaluate(String... more) throws IOException {
        String[] start = {
            "--data", folder.toString(), "--vectors", folder.resolve("kept").toString(), "--json"
        };
        return Evaluated.run(
                new ScreeningEvaluation(),
                Stream.concat(Stream.of(start), Stream.of(more)).toArray(String[]::new));
    }
}
