package org.plumbline.research.evidence.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// What every evaluate command prints with `--json`: the digest of the data, and each figure with its interval.
///
/// @param data SHA-256 of what was read
/// @param metrics by the field's name for them
public record Measured(String data, Map<String, Metric> metrics) {

    /// A figure with its 95 % interval and the number of cases it is a mean of.
    public record Metric(double value, double low, double high, long n) {}

    private static final int RESAMPLES = 1000;

    public Measured {
        metrics = new LinkedHashMap<>(metrics);
    }

    /// A mean whose cases hang together within articles: a bootstrap over articles (percentiles, seeded).
    ///
    /// @param articles the article of each value
    static Metric mean(List<String> articles, List<Double> values) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            double[] sum = sums.computeIfAbsent(articles.get(i), article -> new double[2]);
            sum[0] += values.get(i);
            sum[1]++;
        }
        return resampled(List.copyOf(sums.values()), Measured::ratio, values.size());
    }

    private static double ratio(List<double[]> groups) {
        double sum = 0;
        double n = 0;
        for (double[] group : groups) {
            sum += group[0];
            n += group[1];
        }
        return sum / n;
    }

    /// A figure of whole groups (articles), with the percentiles of a seeded bootstrap over them.
    static <G> Metric resampled(List<G> groups, ToDoubleFunction<List<G>> figure, long n) {
        if (groups.isEmpty()) {
            return new Metric(0, 0, 1, 0);
        }
        double[] figures = new double[RESAMPLES];
        Random random = new Random(1);
        for (int r = 0; r < RESAMPLES; r++) {
            List<G> sample = new ArrayList<>(groups.size());
            for (int i = 0; i < groups.size(); i++) {
                sample.add(groups.get(random.nextInt(groups.size())));
            }
            figures[r] = figure.applyAsDouble(sample);
        }
        Arrays.sort(figures);
        return rounded(
                figure.applyAsDouble(groups), figures[RESAMPLES / 40], figures[RESAMPLES - 1 - RESAMPLES / 40], n);
    }

    /// One line per metric, for people.
    String table() {
        StringBuilder lines = new StringBuilder();
        metrics.forEach((name, metric) -> lines.append(String.format(
                Locale.ROOT,
                "%-34s %.3f  (95 %% interval %.3f to %.3f, n = %d)%n",
                name,
                metric.value(),
                metric.low(),
                metric.high(),
                metric.n())));
        return lines.toString();
    }

    private static Metric rounded(double value, double low, double high, long n) {
        return new Metric(round(value), round(Math.max(0, low)), round(Math.min(1, high)), n);
    }

    private static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
