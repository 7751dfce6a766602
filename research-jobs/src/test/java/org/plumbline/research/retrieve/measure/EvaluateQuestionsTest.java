package org.plumbline.research.retrieve.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;
import org.plumbline.citations.measure.Measured;
import org.plumbline.research.Main;

class EvaluateQuestionsTest {

    private static final String ENTRY = """
            "%s": {"QUESTION": "%s", "CONTEXTS": ["%s"], "LONG_ANSWER": "It did."}""";

    @TempDir
    private Path folder;

    @Test
    void countsWhatIsFoundAndRead() throws IOException {
        write("{"
                + ENTRY.formatted(
                        "1",
                        "Does zelotrine reduce flares in adults with gout?",
                        "In this randomised trial zelotrine reduced flares in adults with gout.")
                + ","
                + ENTRY.formatted(
                        "2",
                        "Does ostravine reduce cough in children?",
                        "In this randomised trial paloxine reduced wheezing in adults.")
                + "}");
        Answer answer = run();
        assertThat(answer.exit()).isZero();
        Measured measured = Json.LINE.readValue(answer.out(), Measured.class);
        assertThat(measured.metrics()).containsOnlyKeys("found", "read", "mrr", "articles read");
        assertThat(measured.metrics().values()).allSatisfy(metric -> {
            assertThat(metric.value()).isEqualTo(0.5);
            assertThat(metric.n()).isEqualTo(2);
        });
    }

    @Test
    void namesWhatIsWrongWithTheData() throws IOException {
        refuses("neither one file of PubMedQA (.json) nor topics.tsv");
        write("not json");
        refuses("is not JSON");
        write("{\"1\": {\"CONTEXTS\": [\"words\"]}}");
        refuses("1 has no QUESTION or no CONTEXTS");
        write("{}");
        refuses("has no question: nothing to measure");
    }

    private void refuses(String why) {
        Answer answer = run();
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains(why);
        assertThat(answer.out()).isEmpty();
    }

    private void write(String json) throws IOException {
        Files.writeString(folder.resolve("pubmedqa.json"), json);
    }

    private record Answer(int exit, String out, String err) {}

    private Answer run() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int exit =
                    Main.run(new String[] {"evaluate", "questions", "--data", folder.toString(), "--words", "--json"});
            return new Answer(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
