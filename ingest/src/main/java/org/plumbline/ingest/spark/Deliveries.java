package org.plumbline.ingest.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns what is pushed (a reader calls for each delivery) into what is pulled (Spark asks for the next row), with
/// a bounded number of values between them: memory does not grow with the file.
///
/// The producer runs in a thread of its own, which ends with the values or with [#close]. Values are taken by one
/// thread.
final class Deliveries<T> implements Iterator<T>, AutoCloseable {

    /// Deliveries may be some megabytes each.
    private static final int MOST_WAITING = 16;

    private sealed interface Event<T> {
        record Value<T>(T value) implements Event<T> {}

        record End<T>(@Nullable Throwable fault) implements Event<T> {}
    }

    /// Ends the producer when nobody takes its values any more.
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final BlockingQueue<Event<T>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread producer;
    private @Nullable Event<T> next;

    /// @param work hands over every value, then returns; what it throws is thrown to the taker
    Deliveries(String name, Consumer<Consumer<T>> work) {
        producer = Thread.ofPlatform().daemon().name("read " + name).start(() -> produce(work));
    }

    private void produce(Consumer<Consumer<T>> work) {
        Throwable fault = null;
        try {
            work.accept(value -> put(new Event.Value<>(value)));
        } catch (Cancelled _) {
            return;
        } catch (RuntimeException | Error e) {
            fault = e;
        }
        try {
            put(new Event.End<>(fault));
        } catch (Cancelled _) {
            return;
        }
    }

    private void put(Event<T> event) {
        try {
            waiting.put(event);
        } catch (InterruptedException _) {
            throw new Cancelled();
        }
    }

    @Override
    public boolean hasNext() {
        return peek() instanceof Event.Value<T>;
    }

    @Override
    public T next() {
        if (peek() instanceof Event.Value<T>(T value)) {
            next = null;
            return value;
        }
        throw new NoSuchElementException();
    }

    private Event<T> peek() {
        Event<T> event = next;
        if (event == null) {
            event = take();
            next = event;
        }
        if (event instanceof Event.End<T>(Throwable fault) && fault != null) {
            throw new IllegalStateException(producer.getName(), fault);
        }
        return event;
    }

    private Event<T> take() {
        try {
            return waiting.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    @Override
    public void close() {
        producer.interrupt();
    }
}
