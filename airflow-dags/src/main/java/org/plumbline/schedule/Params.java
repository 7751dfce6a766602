package org.plumbline.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.airflow.model.DagDetails;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;

/// Params as a command line gives them: `key=value`. A value is text where the DAG's schema says so, else JSON,
/// else text.
final class Params {

    private Params() {}

    /// @throws WrongInputException where one is no `key=value`, or the DAG knows no such key
    static Map<String, Object> of(List<String> written, DagDetails dag) {
        Map<String, Object> params = new LinkedHashMap<>();
        for (String each : written) {
            int sign = each.indexOf('=');
            if (sign < 1) {
                throw new WrongInputException("--param " + each + ": expected key=value");
            }
            String key = each.substring(0, sign);
            params.put(key, value(each.substring(sign + 1), schema(key, dag)));
        }
        return params;
    }

    private static JsonNode schema(String key, DagDetails dag) {
        JsonNode param = dag.params().path(key);
        if (!param.isMissingNode()) {
            return param.path("schema");
        }
        List<String> known = new ArrayList<>();
        dag.params().fieldNames().forEachRemaining(known::add);
        String name = DagName.brief(dag.dagId());
        throw new WrongInputException("--param " + key + ": "
                + (known.isEmpty()
                        ? name + " takes no params"
                        : name + " knows no such param"
                                + Near.find(key, known)
                                        .map(near -> ": did you mean " + near + "?")
                                        .orElse("; known are " + String.join(", ", known))));
    }

    private static JsonNode value(String text, JsonNode schema) {
        if (schema.path("type").asText().equals("string")) {
            return TextNode.valueOf(text);
        }
        try {
            JsonNode read = Json.LINE.readTree(text);
            return read == null || read.isMissingNode() ? TextNode.valueOf(text) : read;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
