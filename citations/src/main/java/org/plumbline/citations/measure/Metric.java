package org.plumbline.citations.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// A figure with its 95 % interval; all three are rounded to four decimals.
///
/// @param n of how many cases it is a mean, a percentile or a share
public record Metric(double value, double low, double high, long n) {

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_260_101;

    /// The 97.5 % quantile of the standard normal distribution.
    private static final double Z = 1.959963984540054;

    /// A mean, with the percentile bootstrap (Efron, 1979) over its cases: 2,000 resamples, a fixed seed, so that
    /// the same values give the same interval.
    ///
    /// @throws IllegalArgumentException where there is no value: nothing was measured
    public static Metric mean(double[] values) {
        requireSome(values);
        double mean = Arrays.stream(values).average().orElseThrow();
        return bootstrapped(mean, values.length, random -> {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[random.nextInt(values.length)];
            }
            return sum / values.length;
        });
    }

    /// A percentile, with the same bootstrap: the smallest value that so many per cent of the values do not exceed
    /// (the nearest rank, without interpolation).
    ///
    /// @param perCent above 0, at most 100
    /// @throws IllegalArgumentException where there is no value: nothing was measured
    public static Metric percentile(double[] values, int perCent) {
        requireSome(values);
        if (perCent < 1 || perCent > 100) {
            throw new IllegalArgumentException("percentile " + perCent);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = Math.ceilDiv(Math.multiplyExact(perCent, sorted.length), 100);
        int[] places = new int[sorted.length];
        return bootstrapped(sorted[rank - 1], sorted.length, random -> {
            for (int k = 0; k < places.length; k++) {
                places[k] = random.nextInt(places.length);
            }
            Arrays.sort(places);
            return sorted[places[rank - 1]];
        });
    }

    private static void requireSome(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a figure of nothing");
        }
    }

    /// @param resampled the figure of cases that were drawn anew
    private static Metric bootstrapped(double value, int n, ToDoubleFunction<Random> resampled) {
        Random random = new Random(SEED);
        double[] figures = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            figures[i] = resampled.applyAsDouble(random);
        }
        Arrays.sort(figures);
        return of(value, figures[(int) (0.025 * RESAMPLES)], figures[(int) (0.975 * RESAMPLES)], n);
    }

    /// A share of successes with Wilson's interval (Wilson, 1927), which stays inside 0 and 1 and holds near them.
    ///
    /// @throws IllegalArgumentException where n is 0, or the successes are more than n or less than none
    public static Metric share(long successes, long n) {
        if (n < 1 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " of " + n);
        }
        double share = (double) successes / n;
        double middle = share + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        double scale = 1 + Z * Z / n;
        return of(share, Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale), n);
    }

    /// One line for people, under the figure's name.
    public String line(String name) {
        return String.format(
                Locale.ROOT, "%-34s %.4f  (95 %% interval %.4f to %.4f, n = %d)", name, value, low, high, n);
    }

    /// A figure and its interval as they were computed elsewhere, rounded.
    public static Metric of(double value, double low, double high, long n) {
        return new Metric(rounded(value), rounded(low), rounded(high), n);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
