package org.plumbline.airflow.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// Until when a token is used: a minute before it expires, by its own claims (RFC 7519, `exp` and `iat`). Where it says
/// when it was made, its life is counted from now, so that the server's clock may differ from ours.
final class Expiry {

    private static final Duration EARLY = Duration.ofMinutes(1);

    private Expiry() {}

    /// The far future where the token does not say.
    static Instant of(String token, Instant now) {
        JsonNode claims = claims(token);
        if (!claims.path("exp").isNumber()) {
            return Instant.MAX;
        }
        long exp = claims.path("exp").asLong();
        Duration life = claims.path("iat").isNumber()
                ? Duration.ofSeconds(exp - claims.path("iat").asLong())
                : Duration.between(now, Instant.ofEpochSecond(exp));
        Duration early = EARLY.compareTo(life.dividedBy(2)) < 0 ? EARLY : life.dividedBy(2);
        return now.plus(life).minus(early);
    }

    private static JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]))
                    : Json.MAPPER.missingNode();
        } catch (IOException | IllegalArgumentException _) {
            return Json.MAPPER.missingNode();
        }
    }
}
