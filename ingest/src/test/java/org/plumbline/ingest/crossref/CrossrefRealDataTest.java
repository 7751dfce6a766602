package org.plumbline.ingest.crossref;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Json;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;

/// Reads every recorded answer of Crossref's about works, and compares the number of works with the answer's own.
class CrossrefRealDataTest {

    private static final String WHERE = "PLUMBLINE_TEST_DATA";

    @Test
    void readsEveryWorkOfRecordedAnswers() throws IOException {
        String data = System.getenv(WHERE);
        Assumptions.assumeTrue(data != null || "true".equals(System.getenv("CI")), WHERE + " is not set");
        int answers = 0;
        int works = 0;
        int refused = 0;
        int licensed = 0;
        try (Stream<Path> files = Files.list(Path.of(String.valueOf(data), "crossref"))) {
            for (Path file : files.filter(path -> path.toString().contains("cr_works"))
                    .sorted()
                    .toList()) {
                for (String body : RecordedAnswers.bodies(Files.readString(file))) {
                    List<Delivery> deliveries = read(body);
                    List<SourceRecord> records = deliveries.stream()
                            .filter(delivery -> delivery instanceof Delivery.Read)
                            .map(delivery -> ((Delivery.Read) delivery).record())
                            .toList();
                    assertThat(records).as(file.getFileName().toString()).hasSize(works(body));
                    if (body.contains("\"indexed\"")) {
                        assertThat(records)
                                .extracting(record -> record.order().sequence())
                                .allMatch(indexed -> indexed > 1_400_000_000_000L);
                    }
                    licensed += (int) records.stream()
                            .filter(record -> !record.license().isEmpty())
                            .count();
                    answers++;
                    works += records.size();
                    refused += deliveries.size() - records.size();
                }
            }
        }
        System.out.println("Crossref: " + works + " works in " + answers + " recorded answers, " + licensed
                + " under a Creative Commons licence; " + refused + " answers that tell of an error");
        assertThat(List.of(works, answers, refused))
                .as("works, answers, refused")
                .isEqualTo(List.of(305, 45, 2));
    }

    private static int works(String body) {
        try {
            JsonNode message = Json.LINE.readTree(body).path("message");
            return message.has("items") ? message.path("items").size() : message.has("DOI") ? 1 : 0;
        } catch (JsonProcessingException _) {
            return 0;
        }
    }

    private static List<Delivery> read(String body) {
        List<Delivery> deliveries = new ArrayList<>();
        new CrossrefReader()
                .read(
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                        new InputFile("recorded.json", 0),
                        deliveries::add);
        return deliveries;
    }
}
