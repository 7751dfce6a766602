package org.plumbline.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plumbline.ingest.watch.SourceStatus.Freshness;

class MetricsTest {

    private static final SourceStatus PUBMED = new SourceStatus(
            "pubmed",
            Freshness.LATE,
            true,
            2,
            "2026-01-01T00:00:00Z",
            259_200L,
            "PT48H",
            86_400,
            10,
            1,
            "pubmed26n0002.xml",
            new SourceStatus.Run("r", "2026-01-01T00:00:00Z", 2.5, 2, 4000, 12, 10, 0, 1, 1, 4.8),
            new SourceStatus.Failure("take", "2026-01-03T00:00:00Z", "the disk is full"),
            null,
            new TreeMap<>(Map.of("a \"quoted\\ reason\nof two lines", 3L)));

    private static final SourceStatus PMC = new SourceStatus(
            "pmc", Freshness.NEVER, false, 0, null, null, "PT1H", 0, 0, 0, "", null, null, null, new TreeMap<>());

    private static Status status(SourceStatus... sources) {
        Status.Corpus corpus = new Status.Corpus(
                3,
                "abc",
                11,
                2,
                13,
                14,
                5,
                3,
                new TreeMap<>(Map.of("RETRACTED", 1L, "NO_KNOWN_EVENT", 10L)),
                new TreeMap<>(Map.of("records", 1_000_000L)));
        return new Status("/home", "2026-01-04T00:00:00Z", false, corpus, List.of(sources));
    }

    @Test
    void saysEachMetricWithHelpTypeAndEscapedLabels() {
        String text = Metrics.text(status(PUBMED, PMC));
        assertThat(text)
                .contains("# HELP plumbline_source_last_success_timestamp_seconds When")
                .contains("# TYPE plumbline_source_last_success_timestamp_seconds gauge")
                .contains("plumbline_source_last_success_timestamp_seconds{source=\"pubmed\"} 1.7672256E9")
                .doesNotContain("plumbline_source_last_success_timestamp_seconds{source=\"pmc\"}")
                .contains("plumbline_source_freshness_target_seconds{source=\"pmc\"} 3600.0")
                .contains("plumbline_source_failures{source=\"pubmed\"} 2.0")
                .contains("plumbline_last_run_duration_seconds{source=\"pubmed\"} 2.5")
                .contains("plumbline_last_run_records{outcome=\"new\",source=\"pubmed\"} 10.0")
                .contains("plumbline_articles{standing=\"retracted\"} 1.0")
                .contains("plumbline_corpus_bytes{table=\"records\"} 1000000.0")
                .contains("{reason=\"a \\\"quoted\\\\ reason\\nof two lines\",source=\"pubmed\"} 3.0");
        assertThat(text.lines())
                .as("the format of every line")
                .allMatch(line -> line.matches("# (HELP|TYPE) plumbline_[a-z_]+ .+")
                        || line.matches("plumbline_[a-z_]+(\\{([a-z]+=\"([^\"\\\\\n]|\\\\.)*\",?)*})? [-0-9.E]+"));
    }

    @Test
    void pageSaysWhatFailsBeforeWhatIsLateAndBothBeforeTheTable() {
        assertThat(StatusPage.of(status(PMC, PUBMED)).lines().toList())
                .startsWith(
                        "FAILING  pubmed: the last 2 take tries failed: the disk is full",
                        "LATE     pubmed: by 1 d; last success 2026-01-01T00:00:00Z, target PT48H",
                        "NEVER    pmc: has a target (PT1H) and no run of it ever went through",
                        "")
                .contains("quarantine  3 open; see plumbline ingest quarantine list");
    }
}
