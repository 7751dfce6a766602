package org.plumbline.ingest.watch;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The state of the intake in Prometheus' text format 0.0.4, for the textfile collector of node_exporter: all
/// gauges, in seconds and bytes.
public final class Metrics {

    private final Status status;
    private final List<MetricSnapshot> gauges = new ArrayList<>();

    private Metrics(Status status) {
        this.status = status;
    }

    /// The text: one block a metric, with its help.
    public static String text(Status status) {
        Metrics metrics = new Metrics(status);
        metrics.sources();
        metrics.lastRuns();
        metrics.corpus();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, new MetricSnapshots(metrics.gauges));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void sources() {
        bySource(
                "plumbline_source_last_success_timestamp_seconds",
                "When a run of the source last went through, in Unix time",
                source -> seconds(source.lastSuccess()));
        bySource(
                "plumbline_source_freshness_target_seconds",
                "How long after its last success the source counts as late",
                source -> source.target() == null
                        ? null
                        : (double) Duration.parse(source.target()).toSeconds());
        bySource(
                "plumbline_source_failing",
                "1 where the newest try that is over failed or was cut off, else 0",
                source -> source.failing() ? 1.0 : 0.0);
        bySource("plumbline_source_failures", "Tries that failed since the last success", source ->
                (double) source.failuresInARow());
        bySource(
                "plumbline_source_running",
                "1 while a run takes the source in, else 0",
                source -> source.running() == null ? 0.0 : 1.0);
        Points records = new Points();
        Points quarantined = new Points();
        for (SourceStatus source : status.sources()) {
            records.add(source.live(), "source", source.source(), "state", "live");
            records.add(source.deleted(), "source", source.source(), "state", "deleted");
            source.quarantined()
                    .forEach((reason, count) -> quarantined.add(count, "source", source.source(), "reason", reason));
        }
        gauge("plumbline_records", "Records in the corpus", records);
        gauge("plumbline_quarantined", "Inputs in quarantine that were not taken since", quarantined);
    }

    private void lastRuns() {
        bySource(
                "plumbline_last_run_duration_seconds",
                "How long the last run took that read something",
                source -> lastRun(source, SourceStatus.Run::seconds));
        bySource(
                "plumbline_last_run_read_bytes",
                "Bytes of the files that the last run read, as stored",
                source -> lastRun(source, run -> (double) run.bytes()));
        Points records = new Points();
        for (SourceStatus source : status.sources()) {
            SourceStatus.Run run = source.lastRun();
            if (run != null) {
                records.add(run.seen(), "source", source.source(), "outcome", "seen");
                records.add(run.added(), "source", source.source(), "outcome", "new");
                records.add(run.revised(), "source", source.source(), "outcome", "revised");
                records.add(run.deleted(), "source", source.source(), "outcome", "deleted");
                records.add(run.unchanged(), "source", source.source(), "outcome", "unchanged");
            }
        }
        gauge("plumbline_last_run_records", "Records in the last run that read something, by outcome", records);
    }

    private void corpus() {
        Status.Corpus corpus = status.corpus();
        Points standings = new Points();
        corpus.standings().forEach((name, count) -> standings.add(count, "standing", name.toLowerCase(Locale.ROOT)));
        gauge("plumbline_articles", "Articles in the corpus, by standing", standings);
        Points bytes = new Points();
        corpus.bytes().forEach((table, size) -> bytes.add(size, "table", table));
        gauge("plumbline_corpus_bytes", "Bytes of the corpus tables on disk, past versions included", bytes);
        gauge("plumbline_full_texts", "Articles with full text", new Points().add(corpus.fullTexts()));
        gauge("plumbline_texts", "Texts ever delivered", new Points().add(corpus.texts()));
        gauge("plumbline_integrity_events", "Integrity events in the corpus", new Points().add(corpus.events()));
        gauge("plumbline_corpus_version", "Version of the published corpus", new Points().add(corpus.version()));
        gauge(
                "plumbline_status_timestamp_seconds",
                "When these metrics were read, in Unix time",
                new Points().add(Objects.requireNonNull(seconds(status.asOf()))));
    }

    private void bySource(String name, String help, Function<SourceStatus, @Nullable Double> value) {
        Points points = new Points();
        for (SourceStatus source : status.sources()) {
            Double known = value.apply(source);
            if (known != null) {
                points.add(known, "source", source.source());
            }
        }
        gauge(name, help, points);
    }

    private void gauge(String name, String help, Points points) {
        if (!points.points.isEmpty()) {
            GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
            points.points.forEach(gauge::dataPoint);
            gauges.add(gauge.build());
        }
    }

    private static @Nullable Double lastRun(SourceStatus source, Function<SourceStatus.Run, Double> value) {
        SourceStatus.Run run = source.lastRun();
        return run == null ? null : value.apply(run);
    }

    private static @Nullable Double seconds(@Nullable String instant) {
        return instant == null ? null : (double) Instant.parse(instant).getEpochSecond();
    }

    private static final class Points {

        private final List<GaugeDataPointSnapshot> points = new ArrayList<>();

        Points add(Number value, String... labels) {
            points.add(GaugeDataPointSnapshot.builder()
                    .value(value.doubleValue())
                    .labels(labels.length == 0 ? Labels.EMPTY : Labels.of(labels))
                    .build());
            return this;
        }
    }
}
