package org.plumbline.airflow.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.plumbline.airflow.model.Refusal.Invalid.Reason;

/// What a refusing server says, made fit to be shown.
///
/// @param said one line
/// @param reasons by field, where it names fields
record Words(String said, List<Reason> reasons) {

    private static final int LONGEST = 2_000;

    /// From a body, which is Airflow's `{"detail": text, object or list}` or anything.
    ///
    /// @param secrets that may not be shown, whoever repeats them
    static Words of(byte[] body, String mediaType, List<String> secrets) {
        JsonNode detail = detail(body);
        if (detail.isArray()) {
            List<Reason> reasons = StreamSupport.stream(detail.spliterator(), false)
                    .map(each -> new Reason(
                            place(each.path("loc")), line(each.path("msg").asText(""), secrets)))
                    .toList();
            String said = reasons.stream()
                    .map(reason -> reason.field() + ": " + reason.what())
                    .collect(Collectors.joining("; "));
            return new Words(line(said, secrets), reasons);
        }
        if (detail.isObject()) {
            List<String> parts = new ArrayList<>();
            detail.path("reason").asText("").lines().forEach(parts::add);
            detail.path("message").asText("").lines().forEach(parts::add);
            return new Words(line(parts.isEmpty() ? detail.toString() : String.join(": ", parts), secrets), List.of());
        }
        return new Words(line(detail.isTextual() ? detail.asText() : plain(body, mediaType), secrets), List.of());
    }

    /// One line of bounded length, without control characters.
    static String line(String text, List<String> secrets) {
        String clean = text;
        for (String secret : secrets) {
            clean = secret.isEmpty() ? clean : clean.replace(secret, "…");
        }
        clean = clean.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
    }

    private static JsonNode detail(byte[] body) {
        try {
            return Json.MAPPER.readTree(body).path("detail");
        } catch (IOException _) {
            return Json.MAPPER.missingNode();
        }
    }

    private static String place(JsonNode loc) {
        return StreamSupport.stream(loc.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("."));
    }

    private static String plain(byte[] body, String mediaType) {
        return mediaType.equals("text/html") ? "a web page" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
}
