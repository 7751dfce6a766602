package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.corpus.RunReport;

class QuarantineLimitTest {

    @Test
    void countsTheBatchesOfACommandTogether() {
        List<RunReport> batches = List.of(report(100, 3), report(100, 3));
        assertThat(QuarantineLimit.parse("5").exceededBy(batches)).isTrue();
        assertThat(QuarantineLimit.parse("6").exceededBy(batches)).isFalse();
        assertThat(QuarantineLimit.parse("0").exceededBy(List.of())).isFalse();
    }

    @Test
    void takesAShareOfAllInputs() {
        List<RunReport> batches = List.of(report(90, 10), report(900, 0));
        assertThat(QuarantineLimit.parse("0.9%").exceededBy(batches)).isTrue();
        assertThat(QuarantineLimit.parse("1%").exceededBy(batches)).isFalse();
    }

    @Test
    void isNoneWhereNothingIsWritten() {
        assertThat(QuarantineLimit.parse(null).exceededBy(List.of(report(0, 1_000_000))))
                .isFalse();
        assertThatThrownBy(() -> QuarantineLimit.parse("some")).isInstanceOf(WrongInputException.class);
    }

    private static RunReport report(long seen, long quarantined) {
        return new RunReport(
                "run",
                Source.PUBMED,
                "2026-01-01T00:00:00Z",
                1,
                new RunReport.Files(1, 1, 0, 0),
                new RunReport.Records(seen, seen, 0, 0, 0),
                new TreeMap<>(),
                new TreeMap<>(Map.of("truncated", quarantined)),
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                0,
                1,
                "");
    }
}
