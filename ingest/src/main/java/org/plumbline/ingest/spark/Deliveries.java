package org.plumbline.ingest.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
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

    /// Values go from thread to thread by the dozen, since every hand-over costs both of them a wait. Deliveries
    /// may be some megabytes each: at most some fifty of them wait.
    private static final int TOGETHER = 12;

    private static final int MOST_WAITING = 3;

    private sealed interface Event<T> {
        record Values<T>(List<T> values) implements Event<T> {}

        record End<T>(@Nullable Throwable fault) implements Event<T> {}
    }

    /// Ends the producer when nobody takes its values any more.
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final BlockingQueue<Event<T>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread producer;
    private List<T> gathered = new ArrayList<>(TOGETHER);
    private Iterator<T> handed = Collections.emptyIterator();
    private boolean ended;

    /// @param work hands over every value, then returns; what it throws is thrown to the taker
    Deliveries(String name, Consumer<Consumer<T>> work) {
        producer = Thread.ofPlatform().daemon().name("read " + name).start(() -> produce(work));
    }

    private void produce(Consumer<Consumer<T>> work) {
        Throwable fault = null;
        try {
            work.accept(this::gather);
            handOver();
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

    private void gather(T value) {
        gathered.add(value);
        if (gathered.size() == TOGETHER) {
            handOver();
        }
    }

    private void handOver() {
        put(new Event.Values<>(gathered));
        gathered = new ArrayList<>(TOGETHER);
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
        while (!handed.hasNext() && !ended) {
            switch (take()) {
                case Event.Values<T>(List<T> values) -> handed = values.iterator();
                case Event.End<T>(Throwable fault) -> end(fault);
            }
        }
        return handed.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return handed.next();
    }

    private void end(@Nullable Throwable fault) {
        ended = true;
        if (fault != null) {
            throw new IllegalStateException(producer.getName(), fault);
        }
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
