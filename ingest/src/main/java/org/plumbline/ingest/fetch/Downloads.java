package org.plumbline.ingest.fetch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Does several fetches at the same time, as many as the settings say. For one thread.
public final class Downloads implements AutoCloseable {

    private final ExecutorService threads;

    public Downloads(Web web) {
        this.threads = Executors.newFixedThreadPool(
                web.settings().atOnce(),
                Thread.ofPlatform().daemon().name("fetch-", 0).factory());
    }

    /// What became of one fetch.
    public sealed interface Outcome<T> {

        record Had<T>(T value) implements Outcome<T> {}

        /// Its source did not give it.
        record Missing<T>(NotFetchedException why) implements Outcome<T> {}

        /// One before it, in order, is missing.
        record NotTried<T>() implements Outcome<T> {}
    }

    /// A fetch.
    @FunctionalInterface
    public interface Fetch<T> {
        T run() throws NotFetchedException;
    }

    /// A fetch of a file into a folder.
    public static Fetch<Fetched> of(Web web, RemoteFile file, Path folder) {
        return () -> web.download(file, folder);
    }

    /// Each on its own; the outcomes in the order given.
    public <T> List<Outcome<T>> all(List<Fetch<T>> fetches) {
        return run(fetches, new AtomicInteger(Integer.MAX_VALUE), false);
    }

    /// Where one is missing, those behind it are of no use: what has not begun by then is not tried.
    public <T> List<Outcome<T>> inOrder(List<Fetch<T>> fetches) {
        return run(fetches, new AtomicInteger(Integer.MAX_VALUE), true);
    }

    private <T> List<Outcome<T>> run(List<Fetch<T>> fetches, AtomicInteger firstMissing, boolean ordered) {
        List<Future<Outcome<T>>> running = new ArrayList<>();
        for (int i = 0; i < fetches.size(); i++) {
            int place = i;
            Callable<Outcome<T>> one = () -> {
                if (ordered && place > firstMissing.get()) {
                    return new Outcome.NotTried<>();
                }
                try {
                    return new Outcome.Had<>(fetches.get(place).run());
                } catch (NotFetchedException e) {
                    firstMissing.accumulateAndGet(place, Math::min);
                    return new Outcome.Missing<>(e);
                }
            };
            running.add(threads.submit(one));
        }
        return running.stream().map(Downloads::outcome).toList();
    }

    private static <T> Outcome<T> outcome(Future<Outcome<T>> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fetching", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("a fetch failed", e.getCause());
        }
    }

    @Override
    public void close() {
        var _ = threads.shutdownNow();
    }
}
