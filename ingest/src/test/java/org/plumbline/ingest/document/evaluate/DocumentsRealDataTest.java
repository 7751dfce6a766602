package org.plumbline.ingest.document.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.ingest.document.DocumentSettings;
import org.plumbline.ingest.document.Documents;
import org.plumbline.ingest.document.evaluate.DocumentEvaluation.Pair;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;

/// Reads real PDFs: odd, broken and encrypted ones, each with the outcome that a look at it with other programs gave
/// (`outcomes.tsv`), and articles that are there as XML too.
class DocumentsRealDataTest {

    private static final String WHERE = "PLUMBLINE_TEST_DATA";
    private static final double LEAST = 0.9;

    @TempDir
    Path work;

    private Path data;

    @BeforeEach
    void findData() {
        String where = System.getenv(WHERE);
        if (where == null) {
            assertThat(System.getenv("CI"))
                    .as(WHERE + " must name the real data where CI=true")
                    .isNotEqualTo("true");
            Assumptions.abort(WHERE + " names no folder with real data");
        }
        data = Path.of(where).resolve("pdf");
    }

    @Test
    void takesEachOddDocumentOrSaysTheTrueReason() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("tika", "broken")) {
            try (Stream<Path> children = Files.list(data.resolve(folder))) {
                children.sorted().forEach(files::add);
            }
        }
        Documents documents = new Documents(work, DocumentSettings.DEFAULT);
        documents.convert(files);
        Map<String, String> outcomes = new TreeMap<>();
        for (Path file : files) {
            String name = data.relativize(file).toString();
            try (InputStream in = Files.newInputStream(file)) {
                documents.reader().read(in, new InputFile(name, 1), delivery -> outcomes.put(name, outcome(delivery)));
            }
        }
        assertThat(outcomes).isEqualTo(expected());
    }

    @Test
    void findsSentencesOfBodyInPagesWithSoundFonts() throws IOException {
        List<Pair> pairs = DocumentEvaluation.measure(DocumentEvaluation.pairsIn(data.resolve("jats-pairs")));
        assertThat(pairs).hasSize(6);
        for (Pair pair : pairs) {
            if (pair.name().endsWith("garbled-font")) {
                assertThat(pair.refused()).as(pair.name()).isEqualTo("garbled-text");
            } else {
                assertThat(pair.found()).as(pair.name()).isGreaterThanOrEqualTo((long) (LEAST * pair.sentences()));
            }
        }
    }

    private static String outcome(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Read _ -> "taken";
            case Delivery.Refused refused -> refused.entry().reason().code();
            case Delivery.SetAside aside -> "set aside: " + aside.kind();
        };
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        try (InputStream in = DocumentsRealDataTest.class.getResourceAsStream("outcomes.tsv")) {
            assertThat(in).isNotNull();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(fields -> expected.put(fields[0], fields[1]));
        }
        return expected;
    }
}
