package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.ScriptedAirflow.detail;
import static org.plumbline.airflow.ScriptedAirflow.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Clearing;
import org.plumbline.airflow.model.Pool;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.RunKey;

class TokenTest {

    private static final String POOL_LINE = "GET /api/v2/pools/p";
    private static final String POOL = "{\"name\": \"p\", \"slots\": 1}";

    @AutoClose
    private final ScriptedAirflow airflow = new ScriptedAirflow();

    @Test
    void logsInOnceForManyQuestions() {
        airflow.on(POOL_LINE, json(POOL));
        try (Airflow client = airflow.client()) {
            for (int i = 0; i < 5; i++) {
                client.pools().one("p").orElseThrow();
            }
        }
        assertThat(airflow.logins()).isEqualTo(1);
        assertThat(airflow.asked().getFirst().authorization()).startsWith("Bearer eyJ");
    }

    @Test
    void asksForTheVersionWithoutLogin() {
        airflow.on("GET /api/v2/version", json("{\"version\": \"3.3.2\", \"git_version\": null}"));
        try (Airflow client = airflow.client()) {
            assertThat(client.version().orElseThrow().version()).isEqualTo("3.3.2");
        }
        assertThat(airflow.logins()).isZero();
        assertThat(airflow.asked().getFirst().authorization()).isEmpty();
    }

    @Test
    void renewsATokenAMinuteBeforeItExpires() {
        airflow.on(POOL_LINE, json(POOL));
        try (Airflow client = airflow.client()) {
            client.pools().one("p").orElseThrow();
            airflow.timing.pass(Duration.ofHours(24).minusSeconds(61));
            client.pools().one("p").orElseThrow();
            assertThat(airflow.logins()).isEqualTo(1);
            airflow.timing.pass(Duration.ofSeconds(1));
            client.pools().one("p").orElseThrow();
            assertThat(airflow.logins()).isEqualTo(2);
        }
    }

    @Test
    void countsATokensLifeFromItsArrivalWhateverTheServersClockSays() {
        String token = ScriptedAirflow.token(FakeTiming.START.minus(Duration.ofDays(3)), Duration.ofHours(1));
        airflow.on("POST /auth/token", json(201, "{\"access_token\": \"" + token + "\"}"))
                .on(POOL_LINE, json(POOL));
        try (Airflow client = airflow.client()) {
            client.pools().one("p").orElseThrow();
            client.pools().one("p").orElseThrow();
        }
        assertThat(airflow.logins()).isEqualTo(1);
    }

    @Test
    void usesATokenOfShortLifeForHalfOfIt() {
        String token = ScriptedAirflow.token(FakeTiming.START, Duration.ofSeconds(40));
        airflow.on("POST /auth/token", json(201, "{\"access_token\": \"" + token + "\"}"))
                .on(POOL_LINE, json(POOL));
        try (Airflow client = airflow.client()) {
            client.pools().one("p").orElseThrow();
            airflow.timing.pass(Duration.ofSeconds(19));
            client.pools().one("p").orElseThrow();
            assertThat(airflow.logins()).isEqualTo(1);
        }
    }

    @Test
    void usesATokenThatIsNoJwtUntilItIsRejected() {
        airflow.on("POST /auth/token", json(201, "{\"access_token\": \"opaque\"}"))
                .on(POOL_LINE, json(POOL));
        try (Airflow client = airflow.client()) {
            client.pools().one("p").orElseThrow();
            airflow.timing.pass(Duration.ofDays(30));
            client.pools().one("p").orElseThrow();
        }
        assertThat(airflow.logins()).isEqualTo(1);
    }

    @Test
    void logsInAgainAndReplaysWhereATokenHasExpired() {
        airflow.on(POOL_LINE, detail(401, "Token Expired"), json(POOL));
        try (Airflow client = airflow.client()) {
            assertThat(client.pools().one("p").orElseThrow().name()).isEqualTo("p");
        }
        assertThat(airflow.logins()).isEqualTo(2);
        assertThat(airflow.asked().stream()
                        .map(ScriptedAirflow.Asked::authorization)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void logsInAgainOnceWhereTheServersSecretHasChanged() {
        airflow.on(POOL_LINE, detail(403, "Invalid JWT token"), json(POOL));
        try (Airflow client = airflow.client()) {
            assertThat(client.pools().one("p")).isInstanceOf(Value.class);
        }
        assertThat(airflow.logins()).isEqualTo(2);
    }

    @Test
    void replaysAnOrderThatWasNotLookedAt() {
        airflow.on(
                "POST /api/v2/dags/d/dagRuns/r/clear",
                detail(401, "Token Expired"),
                json(ScriptedAirflow.run("r", "queued")));
        try (Airflow client = airflow.client()) {
            var answer = client.runs().clear(new RunKey("d", "r"), Clearing.ALL_TASKS);
            assertThat(answer).isInstanceOf(Value.class);
        }
        assertThat(airflow.lines()).hasSize(2);
    }

    @Test
    void isUnauthorisedWhereANewTokenIsRejectedToo() {
        airflow.on(POOL_LINE, detail(401, "Not authenticated"));
        try (Airflow client = airflow.client()) {
            assertThat(client.pools().one("p"))
                    .isEqualTo(new Refused<Pool>(new Refusal.Unauthorised("Not authenticated")));
        }
        assertThat(airflow.lines()).hasSize(2);
    }

    @Test
    void doesNotLogInAgainWhereTheRoleIsTooLow() {
        airflow.on(POOL_LINE, detail(403, "Forbidden"));
        try (Airflow client = airflow.client()) {
            assertThat(client.pools().one("p")).isEqualTo(new Refused<Pool>(new Refusal.Forbidden("Forbidden")));
        }
        assertThat(airflow.logins()).isEqualTo(1);
        assertThat(airflow.lines()).hasSize(1);
    }

    @Test
    void isUnauthorisedWithAWrongPassword() {
        airflow.on("POST /auth/token", detail(401, "Invalid credentials"));
        try (Airflow client = airflow.client()) {
            assertThat(client.pools().one("p"))
                    .isEqualTo(new Refused<Pool>(new Refusal.Unauthorised("Invalid credentials")));
        }
        assertThat(airflow.lines()).isEmpty();
        assertThat(airflow.logins()).isEqualTo(1);
    }

    @Test
    void looksThePasswordUpAgainForEachLogin(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "first\n");
        airflow.on(POOL_LINE, json(POOL), detail(401, "Token Expired"), json(POOL));
        var login = new Login.Password("svc", Secret.file(file));
        try (Airflow client = airflow.client(airflow.descriptionWith(login))) {
            client.pools().one("p").orElseThrow();
            Files.writeString(file, "second\n");
            client.pools().one("p").orElseThrow();
        }
        assertThat(airflow.loginBodies())
                .containsExactly(
                        "{\"username\":\"svc\",\"password\":\"first\"}",
                        "{\"username\":\"svc\",\"password\":\"second\"}");
    }

    @Test
    void saysWhereAPasswordIsMissing(@TempDir Path folder) {
        var login = new Login.Password("svc", Secret.file(folder.resolve("none")));
        try (Airflow client = airflow.client(airflow.descriptionWith(login))) {
            assertThat(client.pools().one("p"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal())
                                    .isEqualTo(new Refusal.Unauthorised("no password for svc can be read from the file "
                                            + folder.resolve("none"))));
        }
    }

    @Test
    void sendsATokenThatWasMadeElsewhere() {
        airflow.on(POOL_LINE, json(POOL));
        var login = new Login.Bearer(Secret.of("made-elsewhere"));
        try (Airflow client = airflow.client(airflow.descriptionWith(login))) {
            client.pools().one("p").orElseThrow();
        }
        assertThat(airflow.logins()).isZero();
        assertThat(airflow.asked().getFirst().authorization()).isEqualTo("Bearer made-elsewhere");
    }

    @Test
    void sendsNothingThatIsNoToken() {
        try (Airflow client = airflow.client(airflow.descriptionWith(new Login.Bearer(Secret.of("two\nlines"))))) {
            assertThat(client.pools().one("p"))
                    .isEqualTo(new Refused<Pool>(new Refusal.Unauthorised("no token can be read from a given secret")));
        }
        assertThat(airflow.lines()).isEmpty();
    }

    @Test
    void logsInOnceForFiftyThreads() throws Exception {
        airflow.on(POOL_LINE, json(POOL));
        try (Airflow client = airflow.client();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer<Pool>>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> client.pools().one("p")))
                    .toList();
            for (Future<Answer<Pool>> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Value.class);
            }
        }
        assertThat(airflow.logins()).isEqualTo(1);
    }
}
