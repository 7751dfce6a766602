package org.plumbline.index.evaluate;

import java.util.Arrays;
import java.util.Random;

/// A mean over queries with its 95 % interval by the percentile bootstrap (Efron, 1979) over queries: 2,000
/// resamples, a fixed seed, so that the same values give the same interval.
record Metric(double value, double low, double high, int n) {

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_260_101;

    static Metric mean(double[] values) {
        Random random = new Random(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        double mean = Arrays.stream(values).average().orElse(0);
        return new Metric(
                rounded(mean),
                rounded(means[(int) (0.025 * RESAMPLES)]),
                rounded(means[(int) (0.975 * RESAMPLES)]),
                values.length);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
