package org.plumbline.index.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.citations.measure.Metric;

/// How long searches took, as percentiles in milliseconds. The interval of a percentile is that of the order
/// statistics between which it lies with 95 % probability (normal approximation of the binomial distribution).
final class Latencies {

    private static final double Z = 1.96;

    private Latencies() {}

    /// @param nanos of each search, at least one
    static Map<String, Metric> percentiles(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        Map<String, Metric> percentiles = new LinkedHashMap<>();
        for (int percent : new int[] {50, 95, 99}) {
            double share = percent / 100.0;
            double reach = Z * Math.sqrt(sorted.length * share * (1 - share));
            double rank = share * sorted.length;
            percentiles.put(
                    "p" + percent + " ms",
                    Metric.of(at(sorted, rank), at(sorted, rank - reach), at(sorted, rank + reach), sorted.length));
        }
        return percentiles;
    }

    /// The value of a rank from 1, rounded up to a whole one.
    private static double at(long[] sorted, double rank) {
        int index = (int) Math.ceil(rank) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    }
}
