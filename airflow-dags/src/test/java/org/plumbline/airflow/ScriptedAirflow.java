package org.plumbline.airflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.ByteString;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Bounds;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Dag;

/// A server on loopback that answers as a test has written: by method and path, in order, the last for ever. Logins
/// succeed where nothing else is written.
final class ScriptedAirflow implements AutoCloseable {

    static final String PASSWORD = "a password, kept";

    /// What asks for the DAG `d`.
    static final String DAG = "GET /api/v2/dags/d";

    private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());

    /// One request as it came.
    record Asked(String method, String target, String authorization, String body) {
        String line() {
            return method + " " + target;
        }
    }

    final MockWebServer server = new MockWebServer();
    final FakeTiming timing = new FakeTiming();
    private final Map<String, Deque<MockResponse>> script = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /// Done while each request is answered.
    volatile Runnable during = () -> {};

    ScriptedAirflow() {
        LOGGER.setLevel(Level.OFF);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                during.run();
                return answer(request);
            }
        });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AirflowServer description() {
        return AirflowServer.at(
                        URI.create("http://127.0.0.1:" + server.getPort()),
                        new Login.Password("svc", Secret.of(PASSWORD)))
                .withBounds(bounds(4));
    }

    AirflowServer descriptionWith(Login login) {
        return AirflowServer.at(description().url(), login).withBounds(bounds(4));
    }

    static Bounds bounds(int attempts) {
        Duration second = Duration.ofSeconds(1);
        return new Bounds(
                second,
                second,
                second.multipliedBy(5),
                second.multipliedBy(5),
                attempts,
                Duration.ofSeconds(30),
                1 << 20);
    }

    Airflow client() {
        return client(description());
    }

    /// What a client of its own is told of the DAG `d` after these responses.
    Answer<Dag> dag(MockResponse... responses) {
        on(DAG, responses);
        try (Airflow client = client()) {
            return client.dags().one("d");
        }
    }

    Airflow client(AirflowServer description) {
        return new Airflow(new Exchange(description, timing));
    }

    /// @param line such as `GET /api/v2/pools`, without a query
    ScriptedAirflow on(String line, MockResponse... responses) {
        script.computeIfAbsent(line, key -> new ArrayDeque<>()).addAll(List.of(responses));
        return this;
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        ByteString body = request.getBody();
        asked.add(new Asked(
                request.getMethod(),
                request.getTarget(),
                Optional.ofNullable(request.getHeaders().get("Authorization")).orElse(""),
                body == null ? "" : body.utf8()));
        Deque<MockResponse> answers =
                script.getOrDefault(request.getMethod() + " " + request.getUrl().encodedPath(), new ArrayDeque<>());
        if (answers.isEmpty()) {
            return request.getTarget().equals("/auth/token")
                    ? json(201, "{\"access_token\": \"" + token(timing.now(), Duration.ofHours(24)) + "\"}")
                    : json(404, "{\"detail\": \"nothing is written for " + request.getRequestLine() + "\"}");
        }
        return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
    }

    /// Requests but for logins.
    List<Asked> asked() {
        return asked.stream()
                .filter(each -> !each.target().equals("/auth/token"))
                .toList();
    }

    List<String> lines() {
        return asked().stream().map(Asked::line).toList();
    }

    long logins() {
        return asked.stream()
                .filter(each -> each.target().equals("/auth/token"))
                .count();
    }

    List<String> loginBodies() {
        return asked.stream()
                .filter(each -> each.target().equals("/auth/token"))
                .map(Asked::body)
                .toList();
    }

    static MockResponse json(int code, String body) {
        return new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse json(String body) {
        return json(200, body);
    }

    static MockResponse detail(int code, String detail) {
        return json(code, "{\"detail\": \"" + detail + "\"}");
    }

    /// The request is read, and the connection closed.
    static MockResponse lost() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    static String token(Instant made, Duration life) {
        String claims = "{\"sub\":\"svc\",\"iat\":%d,\"exp\":%d,\"jti\":\"%d\"}"
                .formatted(made.getEpochSecond(), made.plus(life).getEpochSecond(), System.nanoTime());
        return "eyJhbGciOiJIUzUxMiJ9."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2lnbmF0dXJl";
    }

    static String run(String runId, String state) {
        return """
                {"dag_id": "d", "dag_run_id": "%s", "state": "%s", "run_type": "manual", "logical_date": null,
                 "run_after": "2026-11-22T08:00:00Z", "conf": {}, "a_later_field": {"x": 1}}""".formatted(runId, state);
    }

    @Override
    public void close() {
        server.close();
    }
}
