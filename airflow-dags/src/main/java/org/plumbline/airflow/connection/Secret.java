package org.plumbline.airflow.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// A password or token that is looked up each time it is needed, so that a changed one is noticed, and that shows
/// only where it comes from.
public final class Secret {

    private static final int LONGEST = 65_536;

    private final String origin;
    private final Supplier<Optional<String>> source;

    private Secret(String origin, Supplier<Optional<String>> source) {
        this.origin = origin;
        this.source = source;
    }

    public static Secret of(String text) {
        return new Secret("a given secret", () -> Optional.of(text));
    }

    /// The whole of a small file, without white space at its ends.
    public static Secret file(Path file) {
        return new Secret("the file " + file, () -> read(file));
    }

    /// An environment variable.
    public static Secret variable(String name) {
        return new Secret("the variable " + name, () -> Optional.ofNullable(System.getenv(name)));
    }

    /// What some other store gives; empty where it has none.
    ///
    /// @param origin where it comes from, in words that may be shown
    public static Secret from(String origin, Supplier<Optional<String>> source) {
        return new Secret(origin, source);
    }

    /// The secret itself; empty where its source has none, or cannot be read.
    public Optional<String> findText() {
        return source.get().map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Where it comes from.
    @Override
    public String toString() {
        return origin;
    }
}
