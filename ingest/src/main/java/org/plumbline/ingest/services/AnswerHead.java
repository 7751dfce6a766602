package org.plumbline.ingest.services;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What an answer says of itself, beside its items: single values by their path of names ("message.next-cursor"),
/// and how many entries the arrays have. The items themselves are passed over.
public final class AnswerHead {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    private AnswerHead() {}

    /// Reads an answer to its end.
    ///
    /// @throws IOException where it is no JSON object, or cut
    static AnswerHead read(String body) throws IOException {
        AnswerHead head = new AnswerHead();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            head.object(parser, "");
            if (parser.nextToken() != null) {
                throw new IOException("more than one JSON object");
            }
        }
        return head;
    }

    /// The value at a path; empty where there is none.
    public Optional<String> find(String path) {
        return Optional.ofNullable(values.get(path)).filter(value -> !value.isEmpty());
    }

    /// How many entries the array at a path has, 0 where there is none.
    public int size(String path) {
        return sizes.getOrDefault(path, 0);
    }

    private void object(JsonParser parser, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String here = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> object(parser, here);
                case START_ARRAY -> sizes.put(here, entries(parser));
                case VALUE_NULL -> {
                    // Nothing is said.
                }
                default -> values.put(here, parser.getText());
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("the answer is cut");
        }
    }

    private static int entries(JsonParser parser) throws IOException {
        int entries = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                throw new IOException("the answer is cut");
            }
            parser.skipChildren();
            entries++;
        }
        return entries;
    }
}
