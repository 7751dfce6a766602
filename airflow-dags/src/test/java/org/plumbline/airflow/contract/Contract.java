package org.plumbline.airflow.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.plumbline.airflow.connection.Body;
import org.plumbline.airflow.connection.Json;
import org.plumbline.airflow.connection.Operation;

/// Holds an operation of the client against one version of Airflow.
record Contract(Specification specification) {

    private static final Instant MOMENT = Instant.EPOCH;

    /// What of the operation would be refused; empty where all of it fits.
    List<String> breaches(Operation operation) {
        JsonNode described = described(operation);
        if (described.isMissingNode()) {
            return List.of("no " + operation.method() + " " + operation.path());
        }
        List<String> breaches = new ArrayList<>();
        Set<String> sent = new TreeSet<>(operation.queryKeys());
        breaches.addAll(words("unknown query key", without(sent, queryKeys(described, false))));
        breaches.addAll(words("missing query key", without(queryKeys(described, true), sent)));
        JsonNode body = described.at("/requestBody/content/application~1json/schema");
        Set<String> keys = bodyKeys(operation);
        breaches.addAll(words("unknown body key", without(keys, specification.keys(body))));
        breaches.addAll(words("missing body key", without(specification.required(body), keys)));
        boolean isBodyWanted = described.at("/requestBody/required").asBoolean(false);
        if (isBodyWanted && operation.findBody().isEmpty()) {
            breaches.add("missing body");
        }
        return breaches;
    }

    /// What the client would read and this version does not say.
    Set<String> unsaid(Operation operation) {
        JsonNode responses = described(operation).path("responses");
        JsonNode answer = responses.path(responses.has("201") ? "201" : "200").at("/content/application~1json/schema");
        Optional<String> itemsKey = operation.findItemsKey();
        if (itemsKey.isEmpty()) {
            return without(keys(operation.answer()), specification.keys(answer));
        }
        JsonNode items = specification.under(answer, itemsKey.get());
        JsonNode item = alternative(items).path("items");
        return item.isMissingNode()
                ? Set.of(itemsKey.get())
                : without(keys(operation.answer()), specification.keys(item));
    }

    private JsonNode alternative(JsonNode items) {
        return items.has("anyOf")
                ? StreamSupport.stream(items.path("anyOf").spliterator(), false)
                        .filter(each -> each.path("items").has("$ref"))
                        .findFirst()
                        .orElse(items)
                : items;
    }

    private JsonNode described(Operation operation) {
        return specification
                .path(operation.path())
                .path(operation.method().name().toLowerCase(Locale.ROOT));
    }

    private static Set<String> queryKeys(JsonNode described, boolean isRequiredOnly) {
        return StreamSupport.stream(described.path("parameters").spliterator(), false)
                .filter(each -> each.path("in").asText().equals("query"))
                .filter(each -> !isRequiredOnly || each.path("required").asBoolean(false))
                .map(each -> each.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The keys of a body as it is written where nothing optional is given, and those of its record.
    private static Set<String> bodyKeys(Operation operation) {
        return operation.findBody().map(Contract::keys).orElse(Set.of());
    }

    /// The keys that a body has where all that may be left out is.
    static Set<String> leastKeys(Body body) {
        Set<String> keys = new TreeSet<>();
        Json.MAPPER.valueToTree(body).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /// One of each body, with as little in it as is allowed.
    static List<Body> leastBodies() {
        return List.of(
                new Body.Credentials("user", "password"),
                new Body.Trigger("r", null, null, Map.of(), null),
                new Body.Pause(true),
                new Body.RunStateSet("failed"),
                new Body.Clear(false, true),
                new Body.BackfillSpan("d", MOMENT, MOMENT, Map.of(), "none", 1),
                new Body.PoolMade("p", 1, "", false));
    }

    Set<String> requiredKeys(Operation operation) {
        return specification.required(described(operation).at("/requestBody/content/application~1json/schema"));
    }

    private static Set<String> keys(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(Contract::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String key(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? new SnakeCaseStrategy().translate(component.getName()) : named.value();
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }

    private static List<String> words(String what, Set<String> keys) {
        return keys.stream().map(key -> what + " " + key).toList();
    }
}
