package org.plumbline.airflow.connection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One operation with what fills it in.
///
/// @param names for the `{…}` of its path, in order
/// @param query keys and values in order; a key may come several times
public record Question(
        Operation operation,
        List<String> names,
        List<Map.Entry<String, String>> query,
        @Nullable Body body) {

    public Question {
        names = List.copyOf(names);
        query = List.copyOf(query);
        for (Map.Entry<String, String> each : query) {
            if (!operation.queryKeys().contains(each.getKey())) {
                throw new IllegalArgumentException(operation + " does not name the key " + each.getKey());
            }
        }
        if (!operation.findBody().equals(java.util.Optional.ofNullable(body).map(Body::getClass))) {
            throw new IllegalArgumentException(operation + " names another body");
        }
    }

    public static Question of(Operation operation, String... names) {
        return new Question(operation, List.of(names), List.of(), null);
    }

    public static Question of(Operation operation, Body body, String... names) {
        return new Question(operation, List.of(names), List.of(), body);
    }

    /// With one more key, but where its value is null.
    public Question with(String key, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        List<Map.Entry<String, String>> more = new ArrayList<>(query);
        more.add(Map.entry(key, value instanceof Instant moment ? moment.toString() : String.valueOf(value)));
        return new Question(operation, names, more, body);
    }
}
