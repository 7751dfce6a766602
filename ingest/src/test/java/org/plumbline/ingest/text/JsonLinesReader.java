package org.plumbline.ingest.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.identity.RandomPublications.Delivered;

/// A reader of files that hold a delivery a line, as JSON; a line that is none is refused.
public final class JsonLinesReader implements RecordReader {

    private record Line(SourceRecord record, @Nullable Text text) {}

    /// Writes deliveries as such a file.
    public static Path write(Path file, List<Delivered> deliveries) {
        StringBuilder lines = new StringBuilder();
        deliveries.forEach(each ->
                lines.append(Json.line(new Line(each.record(), each.text()))).append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.accept(delivery(line, file, ++number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Delivery delivery(String json, InputFile file, int number) {
        try {
            Line line = Json.read(json, Line.class);
            return new Delivery.Read(line.record(), line.text());
        } catch (WrongInputException e) {
            return new Delivery.Refused(Quarantined.of(
                    Source.PUBMED,
                    file.name(),
                    "line " + number,
                    Quarantined.Reason.MALFORMED_XML,
                    String.valueOf(e.getMessage())));
        }
    }
}
