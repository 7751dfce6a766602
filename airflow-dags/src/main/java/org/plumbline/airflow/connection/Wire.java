package org.plumbline.airflow.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.connection.Operation.Method;
import org.plumbline.airflow.connection.Operation.Repeat;
import org.plumbline.airflow.connection.Outcome.Again;
import org.plumbline.airflow.connection.Outcome.TokenRejected;
import org.plumbline.airflow.connection.Outcome.Told;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Refusal.Conflict;
import org.plumbline.airflow.model.Refusal.Effect;
import org.plumbline.airflow.model.Refusal.Forbidden;
import org.plumbline.airflow.model.Refusal.Invalid;
import org.plumbline.airflow.model.Refusal.NotFound;
import org.plumbline.airflow.model.Refusal.Unavailable;

/// Puts a question once, and sorts what comes back. For any number of threads.
final class Wire implements AutoCloseable {

    /// Airflow's server drops a connection that was idle for 5 s: we drop it before, and never write into a closed one.
    private static final Duration IDLE = Duration.ofSeconds(4);

    private static final int MOST_IDLE = 16;

    /// Questions that only read, under way at once, but for logs; others wait.
    private static final int READS_AT_ONCE = 4;

    /// Questions that change something. Airflow's server orders runs at once on SQLite by waiting for itself: 5 s and a
    /// failure for each, where one after the other takes milliseconds.
    private static final int CHANGES_AT_ONCE = 1;

    private static final int MOST_ERROR_BYTES = 1 << 16;
    private static final Set<Integer> COME_AGAIN = Set.of(408, 429, 500, 502, 503, 504);
    private static final MediaType JSON = MediaType.get("application/json");

    /// Whether a request got so far that its server may have read it.
    private record Sent(AtomicBoolean flag) {}

    private final Semaphore reads = new Semaphore(READS_AT_ONCE, true);
    private final Semaphore changes = new Semaphore(CHANGES_AT_ONCE, true);
    private final Addresses addresses;
    private final Timing timing;
    private final Bounds bounds;
    private final OkHttpClient client;
    private final OkHttpClient logClient;

    Wire(AirflowServer server, Timing timing) {
        this.addresses = new Addresses(server);
        this.timing = timing;
        this.bounds = server.bounds();
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(MOST_IDLE, IDLE.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(bounds.connect())
                .readTimeout(bounds.read())
                .writeTimeout(bounds.read())
                .callTimeout(bounds.call())
                .addNetworkInterceptor(chain -> {
                    Sent sent = chain.request().tag(Sent.class);
                    if (sent != null) {
                        sent.flag().set(true);
                    }
                    return chain.proceed(chain.request());
                });
        Trust.apply(server, builder);
        Proxies.apply(server, builder);
        this.client = builder.build();
        this.logClient = client.newBuilder().callTimeout(bounds.log()).build();
    }

    /// @param token empty where the operation needs none
    <T> Outcome<T> ask(Question question, String accept, String token, Reader<T> reader) {
        return switch (addresses.of(question)) {
            case Value<HttpUrl>(HttpUrl url) -> ask(question, request(question, url, accept, token), token, reader);
            case Refused<HttpUrl>(Refusal refusal) -> new Told<>(new Refused<>(refusal));
        };
    }

    private <T> Outcome<T> ask(Question question, Request request, String token, Reader<T> reader) {
        try {
            if (question.operation() == Operation.LOG) {
                return askNow(logClient, question, request, token, reader);
            }
            Semaphore places = question.operation().repeat() == Repeat.READS ? reads : changes;
            return places.tryAcquire(bounds.whole().toMillis(), TimeUnit.MILLISECONDS)
                    ? askInPlace(places, question, request, token, reader)
                    : new Told<>(new Refused<>(
                            new Unavailable("too many questions wait for " + addresses.server(), Effect.NOTHING_DONE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Timing.interrupted();
        }
    }

    private <T> Outcome<T> askInPlace(
            Semaphore places, Question question, Request request, String token, Reader<T> reader)
            throws InterruptedException {
        try {
            return askNow(client, question, request, token, reader);
        } finally {
            places.release();
        }
    }

    private <T> Outcome<T> askNow(OkHttpClient used, Question question, Request request, String token, Reader<T> reader)
            throws InterruptedException {
        Repeat repeat = question.operation().repeat();
        try (Response response = execute(used, request)) {
            return response.isSuccessful()
                    ? new Told<>(new Value<>(read(response, reader)))
                    : refused(response, secrets(question, token), repeat);
        } catch (JsonProcessingException e) {
            String said = "what " + addresses.server() + " answers is not Airflow's: "
                    + Words.line(e.getOriginalMessage(), secrets(question, token));
            return new Told<>(new Refused<>(new Unavailable(said, effect(repeat, true))));
        } catch (TooLargeException e) {
            return new Told<>(new Refused<>(new Unavailable(String.valueOf(e.getMessage()), effect(repeat, true))));
        } catch (IOException e) {
            return broken(request, repeat, e);
        }
    }

    /// OkHttp lets a thread's interruption out undeclared where it is opening a connection; here it is declared.
    private static Response execute(OkHttpClient client, Request request) throws IOException, InterruptedException {
        return client.newCall(request).execute();
    }

    private Request request(Question question, HttpUrl url, String accept, String token) {
        Sent sent = new Sent(new AtomicBoolean());
        Request.Builder request = new Request.Builder()
                .url(url)
                .tag(Sent.class, sent)
                .header("Accept", accept)
                .header("User-Agent", "plumbline-airflow-client")
                .method(question.operation().method().name(), body(question));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private static @Nullable RequestBody body(Question question) {
        if (question.body() == null) {
            return question.operation().method() == Method.GET ? null : RequestBody.EMPTY;
        }
        try {
            return RequestBody.create(Json.MAPPER.writeValueAsBytes(question.body()), JSON);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what is to be sent cannot be written as JSON", e);
        }
    }

    private static <T> T read(Response response, Reader<T> reader) throws IOException {
        try (InputStream body = response.body().byteStream()) {
            return reader.read(body, mediaType(response));
        }
    }

    private <T> Outcome<T> refused(Response response, List<String> secrets, Repeat repeat) throws IOException {
        int code = response.code();
        if (response.isRedirect()) {
            String said = addresses.server() + " leads to another address; give that one: "
                    + Words.line(response.header("Location", ""), secrets);
            return new Told<>(new Refused<>(new Unavailable(said, Effect.NOTHING_DONE)));
        }
        Words words = words(response, secrets);
        boolean isTokenUnread = code == 403 && words.said().contains("Invalid JWT token");
        if (code == 401 || isTokenUnread) {
            return new TokenRejected<>(words.said());
        }
        if (COME_AGAIN.contains(code)) {
            Duration atLeast = RetryAfter.find(response.header("Retry-After"), timing.now())
                    .orElse(Duration.ZERO);
            String said =
                    addresses.server() + " answers " + code + (words.said().isEmpty() ? "" : ": " + words.said());
            return new Again<>(said, atLeast, effect(repeat, !isTurnedAway(code, words)));
        }
        return new Told<>(new Refused<>(refusal(code, words, repeat)));
    }

    /// Whether the server says that it did nothing: too many questions, or on SQLite a backfill that met another
    /// writer.
    private static boolean isTurnedAway(int code, Words words) {
        return code == 429 || (code == 503 && words.said().startsWith("Database is locked"));
    }

    private Refusal refusal(int code, Words words, Repeat repeat) {
        return switch (code) {
            case 400, 406, 413, 414, 415, 422 -> new Invalid(words.said(), words.reasons());
            case 403 -> new Forbidden(words.said());
            case 404, 410 -> new NotFound(words.said());
            case 407 -> new Unavailable("the proxy wants another user or password", Effect.NOTHING_DONE);
            case 409 -> new Conflict(words.said());
            default ->
                new Unavailable(
                        addresses.server() + " answers " + code + ": " + words.said(), effect(repeat, code >= 500));
        };
    }

    private <T> Outcome<T> broken(Request request, Repeat repeat, IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            throw Timing.interrupted();
        }
        Sent sent = request.tag(Sent.class);
        boolean isSent = sent != null && sent.flag().get();
        String why = e.getMessage() == null ? "" : ": " + Words.line(e.getMessage(), List.of());
        String said =
                "no answer from " + addresses.server() + ": " + e.getClass().getSimpleName() + why;
        return e instanceof SSLException && !isSent
                ? new Told<>(new Refused<>(
                        new Unavailable(said + "; is its certificate's authority trusted?", Effect.NOTHING_DONE)))
                : new Again<>(said, Duration.ZERO, effect(repeat, isSent));
    }

    private static Effect effect(Repeat repeat, boolean mayBeDone) {
        return mayBeDone && repeat != Repeat.READS ? Effect.PERHAPS_DONE : Effect.NOTHING_DONE;
    }

    private static Words words(Response response, List<String> secrets) throws IOException {
        try (InputStream body = response.body().byteStream()) {
            return Words.of(body.readNBytes(MOST_ERROR_BYTES), mediaType(response), secrets);
        }
    }

    private static List<String> secrets(Question question, String token) {
        return question.body() instanceof Body.Credentials(String _, String password)
                ? List.of(token, password)
                : List.of(token);
    }

    private static String mediaType(Response response) {
        MediaType type = response.body().contentType();
        return type == null ? "" : type.type() + "/" + type.subtype();
    }

    String server() {
        return addresses.server();
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
