package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.citations.WrongInputException;

class BeirFolderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeACollection() throws IOException {
        write("corpus.jsonl", "{\"_id\": \"d1\", \"title\": \"Drug\", \"text\": \"It lowered pain.\"}\n");
        write("queries.jsonl", "{\"_id\": \"q1\", \"text\": \"pain\"}\n{\"_id\": \"q2\", \"text\": \"drugs\"}\n");
        write("qrels/train.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\n");
    }

    private void write(String name, String words) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, words);
    }

    @Test
    void readsTheOnlySplit() throws IOException {
        assertThat(BeirFolder.open(folder, null).judgements()).isEqualTo(Map.of("q1", Map.of("d1", 1)));
    }

    @Test
    void readsTheSplitThatIsNamedAndNoOther() throws IOException {
        write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq2\td1\t2\n");
        BeirFolder test = BeirFolder.open(folder, "test");
        assertThat(test.judgements()).isEqualTo(Map.of("q2", Map.of("d1", 2)));
        assertThat(test.digest()).isNotEqualTo(BeirFolder.open(folder, "train").digest());
    }

    @Test
    void namesTheSplitsWhereNoneIsNamed() throws IOException {
        write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq2\td1\t2\n");
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> BeirFolder.open(folder, null))
                .withMessageContaining("--split")
                .withMessageContaining("test, train");
    }

    @Test
    void namesTheSplitsWhereAnotherIsNamed() {
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> BeirFolder.open(folder, "dev"))
                .withMessageContaining("\"dev\"")
                .withMessageContaining("train");
    }

    @Test
    void readsJudgementsWithoutAHeading() throws IOException {
        write("qrels/train.tsv", "q1\td1\t1\nq2\td1\t0\n\n");
        assertThat(BeirFolder.open(folder, null).judgements())
                .isEqualTo(Map.of("q1", Map.of("d1", 1), "q2", Map.of("d1", 0)));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("a document without text", "corpus.jsonl", "{\"_id\": \"d1\", \"title\": \"T\"}\n", "line 1"),
                arguments("a document twice", "corpus.jsonl", line("d1") + line("d1"), "line 2"),
                arguments("no JSON", "corpus.jsonl", line("d1") + "\n{\n", "line 3"),
                arguments("a query without text", "queries.jsonl", "{\"_id\": \"q1\"}\n", "line 1"),
                arguments("a query without words", "queries.jsonl", "{\"_id\": \"q1\", \"text\": \" \"}\n", "line 1"),
                arguments("a query twice", "queries.jsonl", line("q1") + line("q1"), "line 2"),
                arguments("no id", "queries.jsonl", "{\"text\": \"pain\"}\n", "line 1"),
                arguments("blanks for tabs", "qrels/train.tsv", "q1 d1 1\n", "line 1"),
                arguments("TREC's four columns", "qrels/train.tsv", "q1\t0\td1\t1\n", "line 1"),
                arguments("a grade that is none", "qrels/train.tsv", "q\td\ts\nq1\td1\tyes\n", "line 2"));
    }

    private static String line(String id) {
        return "{\"_id\": \"" + id + "\", \"text\": \"Words\"}\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refuses(String what, String file, String words, String place) throws IOException {
        write(file, words);
        refused().as(what).withMessageContaining(folder.resolve(file) + ", " + place);
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesWhatIsNotInUtf8(String file) throws IOException {
        Files.write(folder.resolve(file), "q1\td\u00e9\t1\n".getBytes(StandardCharsets.ISO_8859_1));
        refused().withMessage(folder.resolve(file) + " is not in UTF-8: convert it");
    }

    static List<String> files() {
        return List.of("corpus.jsonl", "queries.jsonl", "qrels/train.tsv");
    }

    private ThrowableAssertAlternative<WrongInputException> refused() {
        return assertThatExceptionOfType(WrongInputException.class).isThrownBy(() -> {
            BeirFolder read = BeirFolder.open(folder, null);
            read.documents();
            read.queries();
            read.judgements();
        });
    }
}
