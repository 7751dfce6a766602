package org.plumbline.schedule.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The door of the API server through which tasks say what becomes of them. It is asked once before a scheduler may
/// start any: the first question builds what it needs and takes seconds, in which a task would give up and fail.
final class ApiDoor {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private ApiDoor() {}

    /// Waits until it answers, for that long at most and as long as the server lives; what is wrong then, others say.
    static void await(URI airflow, BooleanSupplier lives, Duration most) {
        HttpRequest question = HttpRequest.newBuilder(airflow.resolve("/execution/health/ping"))
                .timeout(ANSWER)
                .build();
        long until = System.nanoTime() + most.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (lives.getAsBoolean() && System.nanoTime() < until && !answers(client, question)) {
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the API server started", e);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
