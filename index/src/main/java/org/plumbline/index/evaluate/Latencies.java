package org.plumbline.index.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.citations.measure.Metric;

/// How long searches took, as percentiles in milliseconds.
final class Latencies {

    private Latencies() {}

    /// The 50th, 95th and 99th, by name, each with its interval.
    ///
    /// @param nanos of each search, at least one
    static Map<String, Metric> percentiles(List<Long> nanos) {
        double[] milliseconds = nanos.stream().mapToDouble(each -> each / 1e6).toArray();
        Map<String, Metric> percentiles = new LinkedHashMap<>();
        for (int perCent : new int[] {50, 95, 99}) {
            percentiles.put("p" + perCent + " ms", Metric.percentile(milliseconds, perCent));
        }
        return percentiles;
    }
}
