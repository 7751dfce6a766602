package org.plumbline.airflow.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plumbline.airflow.connection.Outcome.Again;
import org.plumbline.airflow.connection.Outcome.TokenRejected;
import org.plumbline.airflow.connection.Outcome.Told;
import org.plumbline.airflow.connection.Pages.Page;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Refusal.Unavailable;

/// Puts questions to one Airflow: with a token, again where that is safe, within the bounds. For any number of
/// threads.
public final class Exchange implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final int PAGE = 100;

    /// What Airflow tells everybody.
    private static final Set<Operation> OPEN = Set.of(Operation.TOKEN, Operation.VERSION, Operation.HEALTH);

    private final Bounds bounds;
    private final Timing timing;
    private final Wire wire;
    private final Tokens tokens;
    private final Persistence persistence;

    /// An exchange that has asked nothing yet.
    ///
    /// @throws IllegalArgumentException where the file of trusted authorities cannot be used
    public Exchange(AirflowServer server, Timing timing) {
        this.bounds = server.bounds();
        this.timing = timing;
        this.wire = new Wire(server, timing);
        this.persistence = new Persistence(bounds, timing);
        this.tokens = new Tokens(
                server.login(),
                timing,
                credentials -> ask(Question.of(Operation.TOKEN, credentials), Tokens.Token.class));
    }

    public Timing timing() {
        return timing;
    }

    /// What one question may take.
    public Bounds bounds() {
        return bounds;
    }

    /// An answer that is one thing.
    ///
    /// @param type what the operation names as its answer
    public <T> Answer<T> ask(Question question, Class<T> type) {
        requireType(question, type);
        return read(question, JSON, (body, mediaType) -> Json.MAPPER.readValue(bytes(body), type));
    }

    /// An answer that is a list in one piece.
    ///
    /// @param type what the operation names as its answer's items
    public <T> Answer<List<T>> askList(Question question, Class<T> type) {
        return askPage(question, type).map(Page::items);
    }

    /// An answer that is a list in pages. The first is read now, each other when the stream gets there; one that is
    /// refused throws [org.plumbline.airflow.model.RefusedException].
    ///
    /// @param type what the operation names as its answer's items
    /// @param id tells items apart, so that none is given twice where pages shift
    public <T> Answer<Stream<T>> askPages(Question question, Class<T> type, Function<T, Object> id) {
        return Pages.read(offset -> askPage(question.with("limit", PAGE).with("offset", offset), type), id);
    }

    /// An answer that is read while it comes.
    public <T> Answer<T> read(Question question, String accept, Reader<T> reader) {
        if (OPEN.contains(question.operation())) {
            return told(persist(question, accept, "", reader));
        }
        return tokens.current().then(token -> {
            Outcome<T> outcome = persist(question, accept, token, reader);
            return outcome instanceof TokenRejected<T>
                    ? tokens.insteadOf(token).then(another -> told(persist(question, accept, another, reader)))
                    : told(outcome);
        });
    }

    private <T> Outcome<T> persist(Question question, String accept, String token, Reader<T> reader) {
        return persistence.persist(question.operation().repeat(), () -> wire.ask(question, accept, token, reader));
    }

    private static <T> Answer<T> told(Outcome<T> outcome) {
        return switch (outcome) {
            case Told<T>(Answer<T> answer) -> answer;
            case TokenRejected<T>(String said) -> Outcome.unauthorised(said);
            case Again<T> again -> new Refused<>(new Unavailable(again.said(), again.effect()));
        };
    }

    private <T> Answer<Page<T>> askPage(Question question, Class<T> type) {
        requireType(question, type);
        String key = question.operation().findItemsKey().orElseThrow();
        return read(question, JSON, (body, mediaType) -> {
            JsonNode whole = Json.MAPPER.readTree(bytes(body));
            List<T> items = new ArrayList<>();
            for (JsonNode item : whole.required(key)) {
                items.add(Json.MAPPER.treeToValue(item, type));
            }
            return new Page<>(List.copyOf(items), whole.path("total_entries").asLong(-1));
        });
    }

    private byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes((int) Math.min(bounds.mostBytes() + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > bounds.mostBytes()) {
            throw new TooLargeException(bounds.mostBytes());
        }
        return bytes;
    }

    private static void requireType(Question question, Class<?> type) {
        if (!question.operation().answer().equals(type)) {
            throw new IllegalArgumentException(question.operation() + " answers with another type than " + type);
        }
    }

    @Override
    public void close() {
        wire.close();
    }

    /// The server's address.
    @Override
    public String toString() {
        return wire.server();
    }
}
