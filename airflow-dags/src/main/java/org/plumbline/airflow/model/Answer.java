package org.plumbline.airflow.model;

import java.util.function.Function;

/// What became of a question to Airflow: its value, or a refusal. Never a status code, and no exception for anything
/// that a server, a network or a wrong id can do.
///
/// @param <T> what was asked for
public sealed interface Answer<T> {

    /// It was done, and this came back.
    record Value<T>(T value) implements Answer<T> {}

    /// It was not done, or nobody knows; the refusal says which.
    record Refused<T>(Refusal refusal) implements Answer<T> {}

    /// The value made into another; a refusal stays.
    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Value<T>(T value) -> new Value<>(change.apply(value));
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }

    /// What is asked next, with the value; a refusal stays.
    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Value<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }

    /// The value, where a refusal is nothing that the caller can act on.
    ///
    /// @throws RefusedException with the refusal
    default T orElseThrow() {
        return switch (this) {
            case Value<T>(T value) -> value;
            case Refused<T>(Refusal refusal) -> throw new RefusedException(refusal);
        };
    }
}
