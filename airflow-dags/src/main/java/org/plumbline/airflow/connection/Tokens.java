package org.plumbline.airflow.connection;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.connection.Login.Bearer;
import org.plumbline.airflow.connection.Login.Password;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Refusal.Effect;
import org.plumbline.airflow.model.Refusal.Unavailable;

/// Keeps one token, and gets another before it expires or when it is not accepted. Of threads that want one at the same
/// time one logs in, and the others share what came of it.
final class Tokens {

    /// What a login answers. Shows nothing.
    record Token(String accessToken) {
        Token {
            if (accessToken == null || !isToken(accessToken)) {
                throw new IllegalArgumentException("no access_token");
            }
        }

        @Override
        public String toString() {
            return "Token";
        }
    }

    private record Kept(String text, Instant until) {}

    private final Login login;
    private final Timing timing;
    private final Function<Body.Credentials, Answer<Token>> obtain;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Kept kept;
    private final AtomicLong loginsDone = new AtomicLong();
    private volatile @Nullable Answer<String> lastLogin;

    Tokens(Login login, Timing timing, Function<Body.Credentials, Answer<Token>> obtain) {
        this.login = login;
        this.timing = timing;
        this.obtain = obtain;
    }

    /// One that should be accepted.
    Answer<String> current() {
        return findKept("").map(Tokens::value).orElseGet(() -> login(""));
    }

    /// Another than one that was not accepted.
    Answer<String> insteadOf(String rejected) {
        return findKept(rejected).map(Tokens::value).orElseGet(() -> login(rejected));
    }

    /// What fits into a header; anything else cannot be sent.
    private static boolean isToken(String text) {
        return text.matches("[\\x21-\\x7e]+");
    }

    private static Answer<String> value(String text) {
        return new Value<>(text);
    }

    private Optional<String> findKept(String rejected) {
        return Optional.ofNullable(kept)
                .filter(known -> timing.now().isBefore(known.until()))
                .map(Kept::text)
                .filter(text -> !text.equals(rejected));
    }

    private Answer<String> login(String rejected) {
        return switch (login) {
            case Bearer(Secret token) ->
                token.findText()
                        .filter(Tokens::isToken)
                        .map(Tokens::value)
                        .orElseGet(() -> Outcome.unauthorised("no token can be read from " + token));
            case Password password -> oneForAll(rejected, password);
        };
    }

    private Answer<String> oneForAll(String rejected, Password password) {
        long before = loginsDone.get();
        lockOrCancel();
        try {
            Optional<String> another = findKept(rejected);
            Answer<String> shared = lastLogin;
            if (another.isPresent()) {
                return value(another.get());
            }
            if (loginsDone.get() != before && shared instanceof Refused<String> refused) {
                return refused;
            }
            Answer<String> mine = anew(password);
            lastLogin = mine;
            loginsDone.incrementAndGet();
            return mine;
        } finally {
            lock.unlock();
        }
    }

    private void lockOrCancel() {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Timing.interrupted();
        }
    }

    private Answer<String> anew(Password password) {
        Optional<String> secret = password.password().findText();
        if (secret.isEmpty()) {
            return Outcome.unauthorised(
                    "no password for " + password.user() + " can be read from " + password.password());
        }
        Answer<Token> answer = obtain.apply(new Body.Credentials(password.user(), secret.get()));
        return switch (answer) {
            case Value<Token>(Token token) -> {
                kept = new Kept(token.accessToken(), Expiry.of(token.accessToken(), timing.now()));
                yield value(token.accessToken());
            }
            case Refused<Token>(Unavailable(String said, Effect _)) ->
                new Refused<>(new Unavailable("no login: " + said, Effect.NOTHING_DONE));
            case Refused<Token>(var refusal) -> new Refused<>(refusal);
        };
    }
}
