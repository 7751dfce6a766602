package org.plumbline.citations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void saysShareRateAndTimeLeft() {
        assertThat(Progress.line("reading", 200_000_000, 50_000_000, 100 * SECOND, Progress::megabytes))
                .isEqualTo("reading: 25 % of 200.0 MB, 0.5 MB/s, 5 min left");
        assertThat(Progress.line("digest", 0, 0, 7 * SECOND, Progress::megabytes))
                .isEqualTo("digest: 7 s");
        assertThat(Progress.line("reading", 10, 0, 0, Progress::megabytes)).isEqualTo("reading: 0 s");
    }

    @Test
    void aLogGetsWholeLinesNowAndThenAndNoneOfShortWork() throws InterruptedException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        CountDownLatch twice = new CountDownLatch(2);
        Progress often = Progress.toLog(new PrintStream(log, true, StandardCharsets.UTF_8), Duration.ofMillis(1));
        try (Progress.Stage _ = often.stage("reading", 100, () -> {
            twice.countDown();
            return 50;
        })) {
            assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .startsWith("plumbline: reading: 50 %")
                .containsPattern("plumbline: reading: done in \\d+ s\n")
                .doesNotContain("\r", "\033");

        ByteArrayOutputStream quiet = new ByteArrayOutputStream();
        Progress seldom = Progress.toLog(new PrintStream(quiet, true, StandardCharsets.UTF_8), Duration.ofHours(1));
        seldom.stage("reading", 100, () -> 50).close();
        assertThat(quiet.size()).isZero();
    }
}
