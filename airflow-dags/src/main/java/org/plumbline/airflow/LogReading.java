package org.plumbline.airflow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Json;
import org.plumbline.airflow.connection.Operation;
import org.plumbline.airflow.connection.Question;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.LogLine;
import org.plumbline.airflow.model.LogPosition;
import org.plumbline.airflow.model.Refusal.Invalid;
import org.plumbline.airflow.model.TaskKey;

/// One reading of one log, which gives each line on once, however often the connection breaks. For one thread.
final class LogReading {

    private static final String JSON = "application/json";

    /// Airflow takes this for a wish to stream only where it comes first. Its continuation token is of no use here: the
    /// server begins at the first line whatever it says.
    private static final String LINES = "application/x-ndjson";

    private final Exchange exchange;
    private final Question question;
    private final Consumer<LogLine> lines;

    /// Lines of what the server sends that are not given on (again).
    private long known;

    /// Lines given on by this reading.
    private long given;

    LogReading(Exchange exchange, TaskKey task, int tryNumber, Consumer<LogLine> lines) {
        this.exchange = exchange;
        this.lines = lines;
        this.question = Question.of(
                        Operation.LOG,
                        task.run().dagId(),
                        task.run().runId(),
                        task.taskId(),
                        Integer.toString(tryNumber))
                .with("map_index", task.mapIndex());
    }

    Answer<Long> whole() {
        return exchange.read(question.with("full_content", true), LINES, this::readAny)
                .map(token -> given);
    }

    Answer<LogPosition> from(LogPosition from) {
        if (from.isEnd()) {
            return new Answer.Value<>(from);
        }
        known = from.token() == null ? from.lines() : 0;
        Answer<Optional<String>> answer = read(from.token());
        if (from.token() != null && answer instanceof Refused<Optional<String>>(Invalid _)) {
            known = from.lines();
            answer = read(null);
        }
        return answer.map(token -> new LogPosition(from.lines() + given, token.orElse(null), token.isEmpty()));
    }

    private Answer<Optional<String>> read(@Nullable String token) {
        return exchange.read(question.with("token", token), JSON, this::readAny);
    }

    /// What the server sends, in either form; the token where it gives one.
    private Optional<String> readAny(InputStream body, String mediaType) throws IOException {
        Passage passage = new Passage();
        if (mediaType.equals(JSON)) {
            return readJson(body, passage);
        }
        LineReader reader = new LineReader(body);
        for (Optional<String> line = reader.findNext(); line.isPresent(); line = reader.findNext()) {
            passage.give(tree(line.get()));
        }
        return Optional.empty();
    }

    private static JsonNode tree(String line) {
        try {
            JsonNode tree = Json.MAPPER.readTree(line);
            return tree.isObject() ? tree : Json.MAPPER.getNodeFactory().textNode(line);
        } catch (JsonProcessingException _) {
            return Json.MAPPER.getNodeFactory().textNode(line);
        }
    }

    /// `{"content": [line, …], "continuation_token": text or null}`.
    private Optional<String> readJson(InputStream body, Passage passage) throws IOException {
        Optional<String> token = Optional.empty();
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("content") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        passage.give(Json.MAPPER.readTree(parser));
                    }
                } else if (field.equals("continuation_token") && value == JsonToken.VALUE_STRING) {
                    token = Optional.of(parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return token;
    }

    /// One body's lines, from its first.
    private final class Passage {

        private long seen;

        void give(JsonNode line) {
            seen++;
            if (seen > known + given) {
                given++;
                lines.accept(LogLines.line(line));
            }
        }
    }
}
