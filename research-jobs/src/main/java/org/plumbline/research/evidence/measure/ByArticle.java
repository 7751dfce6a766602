package org.plumbline.research.evidence.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.plumbline.citations.measure.Metric;

/// Figures of cases that hang together within articles: intervals come from a bootstrap over whole articles
/// (percentiles of 1,000 resamples, a fixed seed). Empty where nothing was measured: then nothing is printed.
final class ByArticle {

    private static final int RESAMPLES = 1000;

    private ByArticle() {}

    /// A mean over cases.
    ///
    /// @param articles the article of each value
    static Optional<Metric> mean(List<String> articles, List<Double> values) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            double[] sum = sums.computeIfAbsent(articles.get(i), article -> new double[2]);
            sum[0] += values.get(i);
            sum[1]++;
        }
        return figure(List.copyOf(sums.values()), ByArticle::ratio, values.size());
    }

    /// A figure between 0 and 1 of whole groups, one for each article.
    static <G> Optional<Metric> figure(List<G> groups, ToDoubleFunction<List<G>> figure, long n) {
        if (groups.isEmpty()) {
            return Optional.empty();
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
        double low = figures[RESAMPLES / 40];
        double high = figures[RESAMPLES - 1 - RESAMPLES / 40];
        return Optional.of(Metric.of(figure.applyAsDouble(groups), Math.max(0, low), Math.min(1, high), n));
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
}
