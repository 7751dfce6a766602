package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;

/// Runs an `evaluate` command, and reads what it prints.
final class Evaluated {

    private Evaluated() {}

    static JsonNode run(Object command, String... args) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            assertThat(Commands.run(command, args)).isZero();
        } finally {
            System.setOut(before);
        }
        return Json.LINE.readTree(caught.toByteArray());
    }

    /// The folder of test data; without it the test is skipped, and fails in continuous integration.
    ///
    /// @param missed what is not done without it
    static Path dataOr(String missed) {
        String data = System.getenv("PLUMBLINE_TEST_DATA");
        if (data == null) {
            assertThat(System.getenv("CI"))
                    .as("PLUMBLINE_TEST_DATA must be set where CI is")
                    .isNull();
            Assumptions.abort("PLUMBLINE_TEST_DATA is not set: " + missed);
        }
        return Path.of(data);
    }

    static double value(JsonNode report, String metric) {
        JsonNode value = report.path("metrics").path(metric).path("value");
        assertThat(value.isNumber()).as(metric).isTrue();
        return value.asDouble();
    }
}
