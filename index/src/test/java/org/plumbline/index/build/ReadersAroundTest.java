package org.plumbline.index.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Samples;

class ReadersAroundTest {

    private static final Claims CLAIMS =
            new Claims(List.of(Query.words("aspirin")), List.of(Query.words("heart failure")));

    @TempDir
    Path home;

    @BeforeEach
    void publish() {
        Samples.publish(home, Samples.random(1, 20), 1, "corpus");
    }

    @Test
    void timesWhatReadersDoMeanwhile() throws IOException, InterruptedException {
        CountDownLatch searched = new CountDownLatch(3);
        ReadersAround readers = new ReadersAround(home, 2, CLAIMS, (open, query) -> {
            open.search(query, Filter.NONE, 10);
            if (query.equals(CLAIMS.measured().getFirst())) {
                searched.countDown();
            }
        });
        assertThat(readers.time(Duration.ZERO, Duration.ZERO, () -> await(searched))
                        .during())
                .isNotEmpty();
    }

    @Test
    void failsWhereOneReaderFails() {
        AtomicBoolean failed = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        ReadersAround readers = new ReadersAround(home, 2, CLAIMS, (open, query) -> {
            if (failed.compareAndSet(false, true)) {
                begun.countDown();
                throw new IllegalStateException("half a state");
            }
        });
        assertThatThrownBy(() -> readers.time(Duration.ZERO, Duration.ZERO, () -> await(begun)))
                .hasRootCauseMessage("half a state");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
