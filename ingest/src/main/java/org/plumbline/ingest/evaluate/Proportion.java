package org.plumbline.ingest.evaluate;

/// A share of successes with Wilson's 95 % interval (Wilson 1927), which stays inside 0 and 1 and holds near them.
record Proportion(double value, double low, double high, long n) {

    private static final double Z = 1.959963984540054;

    static Proportion of(long successes, long n) {
        if (n < 1 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " of " + n);
        }
        double share = (double) successes / n;
        double middle = share + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        double scale = 1 + Z * Z / n;
        return new Proportion(share, Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale), n);
    }
}
