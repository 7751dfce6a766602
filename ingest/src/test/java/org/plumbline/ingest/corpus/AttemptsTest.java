package org.plumbline.ingest.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.corpus.Attempts.Work;

class AttemptsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void isRunningWhileItRunsAndDoneAfterwards() {
        CorpusHome home = CorpusHome.create(folder);
        AtomicReference<Attempt.State> meanwhile = new AtomicReference<>();
        String result = new Attempts(home, CLOCK).during(Source.PMC, Work.FETCH, () -> {
            meanwhile.set(only(home, Source.PMC).state());
            return "files";
        });
        assertThat(result).isEqualTo("files");
        assertThat(meanwhile.get()).isEqualTo(Attempt.State.RUNNING);
        assertThat(only(home, Source.PMC).state()).isEqualTo(Attempt.State.DONE);
        assertThat(Attempts.of(home, Source.PMC, Work.TAKE)).isEmpty();
    }

    @Test
    void notesWhyItFailedAndThrowsItOn() {
        CorpusHome home = CorpusHome.create(folder);
        Attempts attempts = new Attempts(home, CLOCK);
        assertThatThrownBy(() -> attempts.during(Source.PUBMED, Work.FETCH, () -> {
                    throw new WrongInputException("no such file\n; check it");
                }))
                .isInstanceOf(WrongInputException.class);
        assertThat(only(home, Source.PUBMED).explain()).isEqualTo("no such file; ; check it");
        assertThatThrownBy(() -> attempts.during(Source.PUBMED, Work.FETCH, () -> {
                    throw new IllegalStateException("x".repeat(5000));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Attempts.of(home, Source.PUBMED, Work.FETCH).getLast().explain())
                .startsWith("a fault of ours: IllegalStateException: xxx")
                .hasSizeLessThan(500);
    }

    @Test
    void keepsTheNewest() {
        CorpusHome home = CorpusHome.create(folder);
        Attempts attempts = new Attempts(home, CLOCK);
        for (int i = 0; i < Attempts.KEPT + 5; i++) {
            var _ = attempts.during(Source.PMC, Work.FETCH, () -> "");
        }
        assertThat(Attempts.of(home, Source.PMC, Work.FETCH)).hasSize(Attempts.KEPT);
    }

    @Test
    void oneOfAnotherMachineIsNotCalledDead() {
        Attempt elsewhere =
                new Attempt(Source.PMC, Work.TAKE, "2026-01-02T03:04:05Z", null, "", null, "another.machine", 1, "");
        assertThat(elsewhere.state()).isEqualTo(Attempt.State.ELSEWHERE);
        assertThat(elsewhere.isFailure()).isFalse();
    }

    private static Attempt only(CorpusHome home, Source source) {
        List<Attempt> attempts = Attempts.of(home, source, Work.FETCH);
        assertThat(attempts).hasSize(1);
        return attempts.getFirst();
    }
}
