package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;

/// Runs an `evaluate` command and reads what it prints.
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

    static double value(JsonNode report, String metric) {
        JsonNode value = report.path("metrics").path(metric).path("value");
        assertThat(value.isNumber()).as(metric).isTrue();
        return value.asDouble();
    }
}
