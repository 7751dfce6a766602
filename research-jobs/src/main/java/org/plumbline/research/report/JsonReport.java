package org.plumbline.research.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import org.plumbline.citations.Json;

/// `report.json`: the report to the byte, indented, ending in a line feed.
public final class JsonReport {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = Json.PAGE.writer(
            new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private JsonReport() {}

    public static String write(Report report) {
        try {
            return WRITER.writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write report " + report.id() + " as JSON", e);
        }
    }

    /// The report that a JSON text holds.
    ///
    /// @throws org.plumbline.citations.WrongInputException where it holds something else
    public static Report read(String json) {
        return Json.read(json, Report.class);
    }
}
