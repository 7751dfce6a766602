package org.plumbline.ingest.evaluate;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads comma-separated values with a head line, as RFC 4180 has them: quoted fields may hold commas, line ends
/// and doubled quotes. One thread at a time.
final class CsvRows {

    private static final int END = -1;

    private final PushbackReader in;
    private final List<String> names;

    CsvRows(Reader in) throws IOException {
        this.in = new PushbackReader(in);
        this.names = fields();
    }

    /// The next row by column names; none at the end.
    Optional<Map<String, String>> next() throws IOException {
        List<String> fields = fields();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
            row.put(names.get(i), fields.get(i));
        }
        return Optional.of(row);
    }

    private List<String> fields() throws IOException {
        if (peek() == END) {
            return List.of();
        }
        List<String> fields = new ArrayList<>();
        do {
            fields.add(peek() == '"' ? quoted() : plain());
        } while (in.read() == ',');
        return fields;
    }

    private String plain() throws IOException {
        StringBuilder field = new StringBuilder();
        for (int next = peek(); next != END && next != ',' && next != '\n'; next = peek()) {
            in.read();
            field.append((char) next);
        }
        return field.toString().stripTrailing();
    }

    private String quoted() throws IOException {
        StringBuilder field = new StringBuilder();
        in.read();
        for (int character = in.read(); character != END; character = in.read()) {
            if (character != '"') {
                field.append((char) character);
            } else if (peek() == '"') {
                field.append((char) in.read());
            } else {
                plain();
                break;
            }
        }
        return field.toString();
    }

    private int peek() throws IOException {
        int next = in.read();
        if (next != END) {
            in.unread(next);
        }
        return next;
    }
}
