package org.plumbline.citations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// The one way in which stages write and read JSON: record components in their order, so that the same content is
/// the same bytes; unknown fields are a newer version's and are passed over.
public final class Json {

    /// Lines: no white space.
    public static final JsonMapper LINE = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /// Pages: indented.
    public static final JsonMapper PAGE =
            LINE.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    static {
        LINE.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(64 << 20)
                        .maxNestingDepth(64)
                        .build());
    }

    private Json() {}

    /// One line of JSON, without its line feed.
    public static String line(Object value) {
        try {
            return LINE.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
        }
    }

    /// The value that a JSON text holds.
    ///
    /// @throws WrongInputException where it holds something else
    public static <T> T read(String json, Class<T> type) {
        try {
            return LINE.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new WrongInputException("not a " + type.getSimpleName() + " in JSON: " + e.getOriginalMessage(), e);
        }
    }
}
