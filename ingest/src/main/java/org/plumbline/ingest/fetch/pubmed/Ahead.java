package org.plumbline.ingest.fetch.pubmed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Does the next piece of work while this one is used. For one thread.
final class Ahead<T> implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("fetch-ahead").factory());
    private @Nullable CompletableFuture<T> running;

    void begin(Supplier<T> work) {
        running = CompletableFuture.supplyAsync(work, thread);
    }

    /// What was begun, when it is done; its fault, where it failed.
    T await() {
        CompletableFuture<T> begun = running;
        if (begun == null) {
            throw new IllegalStateException("nothing was begun");
        }
        try {
            return begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        var _ = thread.shutdownNow();
    }
}
