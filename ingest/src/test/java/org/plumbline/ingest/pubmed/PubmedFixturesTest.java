package org.plumbline.ingest.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.citations.Json;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;
import org.plumbline.ingest.text.Delivery;

/// Each `pubmed/<behaviour>.xml` is read as the deliveries in `<behaviour>.json`. What was read is written to
/// `target/pubmed/`, to be looked at and, where it is right, copied.
class PubmedFixturesTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "pubmed");

    @ParameterizedTest
    @MethodSource("inputs")
    void readsAsExpected(Path input) throws IOException {
        String name = String.valueOf(input.getFileName());
        List<Delivery> deliveries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(input)) {
            new PubmedReader().read(in, PubmedFileName.inputFile(name), deliveries::add);
        }
        deliveries.forEach(PubmedFixturesTest::survivesStorage);
        String actual = json(deliveries);
        String expectedName = name.replace(".xml", ".json");
        Path folder = Files.createDirectories(Path.of("target", "pubmed"));
        Files.writeString(folder.resolve(expectedName), actual);
        assertThat(actual).isEqualTo(Files.readString(input.resolveSibling(expectedName)));
    }

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            List<Path> inputs = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
            assertThat(inputs).hasSizeGreaterThan(20);
            return inputs;
        }
    }

    private static void survivesStorage(Delivery delivery) {
        if (delivery instanceof Delivery.Read read) {
            assertThat(Json.read(Json.line(read.record()), SourceRecord.class)).isEqualTo(read.record());
            Text text = read.text();
            if (text != null) {
                assertThat(Json.read(Json.line(text), Text.class)).isEqualTo(text);
            }
        }
    }

    private static String json(List<Delivery> deliveries) throws IOException {
        DefaultIndenter lineFeeds = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lineFeeds).withArrayIndenter(lineFeeds);
        return Json.LINE
                        .writer(printer)
                        .writeValueAsString(deliveries.stream()
                                .map(PubmedFixturesTest::named)
                                .toList())
                + "\n";
    }

    private static Map<String, Object> named(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Read read -> Map.of("read", read);
            case Delivery.Refused refused -> Map.of("refused", refused.entry());
            case Delivery.SetAside setAside -> Map.of("setAside", setAside);
        };
    }
}
