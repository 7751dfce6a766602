package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.connection.Timing;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Refusal.Invalid;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.Waited;
import org.plumbline.airflow.model.Waiting;
import org.plumbline.schedule.local.Part;
import org.plumbline.schedule.local.RunningAirflow;

/// One client that lives while its Airflow changes under it: tokens expire, files come and break, the server goes and
/// comes back with another secret. The order spares a second server.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LivingClientTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Tokens that live 5 s; the server lets them live 10 s longer. Files are looked at often.
    private static final Map<String, String> SETTINGS = Map.of(
            "AIRFLOW__API_AUTH__JWT_EXPIRATION_TIME", "5",
            "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL", "2",
            "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL", "2");

    private static final String DAG = """
            from airflow.providers.standard.operators.empty import EmptyOperator
            from airflow.sdk import DAG

            with DAG("%s", schedule=None):
                EmptyOperator(task_id="nothing")
            """;

    @TempDir
    private static Path dags;

    private static RunningAirflow running;
    private static Airflow airflow;

    @BeforeAll
    static void start() throws IOException {
        Files.copy(RunningAirflow.testDags().resolve("client_dags.py"), dags.resolve("client_dags.py"));
        running = RunningAirflow.start(dags, SETTINGS);
        airflow = new Airflow(new Exchange(running.server(), timingWithoutClock()));
    }

    @AfterAll
    static void end() {
        if (airflow != null) {
            airflow.close();
        }
        if (running != null) {
            running.close();
        }
    }

    /// By this clock no token ever expires: only the server says so.
    private static Timing timingWithoutClock() {
        return Timing.of(Clock.fixed(FakeTiming.START, ZoneOffset.UTC));
    }

    private static Refusal refusal(Answer<?> answer) {
        if (answer instanceof Refused<?>(Refusal refusal)) {
            return refusal;
        }
        throw new AssertionError("no refusal: " + answer);
    }

    private static Airflow withToken(String token) {
        AirflowServer server = AirflowServer.at(running.url(), new Login.Bearer(Secret.of(token)));
        return Airflow.at(server);
    }

    private static String freshToken() {
        String body = "{\"username\": \"admin\", \"password\": \"" + running.password("admin") + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(running.url() + "/auth/token"))
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(answer).path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(1)
    void goesOnWhereItsTokenHasExpired() {
        assertThat(airflow.pools().list()).isInstanceOf(Value.class);
        try (Airflow old = withToken(freshToken())) {
            assertThat(old.pools().list()).isInstanceOf(Value.class);
            Polling.until(PATIENCE, () -> old.pools().list() instanceof Refused<?>);
            assertThat(refusal(old.pools().list())).isEqualTo(new Refusal.Unauthorised("Token Expired"));
        }
        assertThat(airflow.pools().list()).isInstanceOf(Value.class);
    }

    @Test
    @Order(2)
    void waitsForADagThatIsNotParsedYet() throws IOException {
        RunOrder order = RunOrder.of("client_new", "first");
        assertThat(refusal(airflow.runs().trigger(order))).isInstanceOf(Refusal.NotFound.class);
        Files.writeString(dags.resolve("client_new.py"), DAG.formatted("client_new"));
        assertThat(airflow.dags().awaitParsed("client_new", PATIENCE)).isInstanceOf(Value.class);
        assertThat(airflow.runs().trigger(order)).isInstanceOf(Value.class);
    }

    @Test
    @Order(3)
    void saysThatADagHasAnImportError() throws IOException {
        Path file = dags.resolve("client_broken.py");
        Files.writeString(file, DAG.formatted("client_broken"));
        airflow.dags().awaitParsed("client_broken", PATIENCE).orElseThrow();
        Files.writeString(file, "from airflow.sdk import DAG\nraise RuntimeError('broken on purpose')\n");
        Polling.until(
                PATIENCE,
                () -> airflow.dags()
                        .one("client_broken")
                        .map(Dag::hasImportErrors)
                        .orElseThrow());
        assertThat(airflow.dags().importErrors().orElseThrow())
                .anySatisfy(error -> assertThat(error.stackTrace()).contains("broken on purpose"));
        assertThat(refusal(airflow.runs().trigger(RunOrder.of("client_broken", "r"))))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.said()).contains("import errors"));
        Files.delete(file);
    }

    @Test
    @Order(4)
    void waitsThroughAServerThatGoesAndComesBack() throws Exception {
        RunOrder order = RunOrder.of("client_some_seconds", "through");
        airflow.runs().trigger(order).orElseThrow();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer<Waited>> waiting =
                    threads.submit(() -> airflow.runs().await(order.run(), Waiting.atMost(PATIENCE)));
            Polling.until(
                    PATIENCE,
                    () -> airflow.runs().one(order.run()).orElseThrow().startDate() != null);
            running.kill(Part.API_SERVER);
            assertThat(refusal(airflow.version())).isInstanceOf(Refusal.Unavailable.class);
            assertThat(waiting.isDone()).isFalse();
            running.mend();
            assertThat(waiting.get().orElseThrow()).isInstanceOf(Waited.Ended.class);
        }
    }

    @Test
    @Order(5)
    void goesOnWhereTheServersSecretHasChanged() {
        assertThat(airflow.pools().list()).isInstanceOf(Value.class);
        String token = freshToken();
        running.restart(Map.of("AIRFLOW__API_AUTH__JWT_SECRET", "another-secret-".repeat(6)));
        try (Airflow old = withToken(token)) {
            assertThat(refusal(old.pools().list())).isEqualTo(new Refusal.Unauthorised("Invalid JWT token"));
        }
        assertThat(airflow.pools().list()).isInstanceOf(Value.class);
    }
}
