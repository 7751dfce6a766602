package org.plumbline.ingest.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Keeps each host's rate: a bucket of one second's tokens, and none while the host has asked us to wait. For
/// several threads.
final class HostRates {

    /// What the hosts say of themselves, where they do; S3 says thousands a prefix, and a polite client stays
    /// below.
    private static final Map<String, Double> KNOWN = Map.of(
            "eutils.ncbi.nlm.nih.gov", 3.0,
            "ftp.ncbi.nlm.nih.gov", 3.0,
            "pmc-oa-opendata.s3.amazonaws.com", 50.0,
            "api.crossref.org", 3.0,
            "www.ebi.ac.uk", 5.0,
            "clinicaltrials.gov", 1.0,
            "gitlab.com", 1.0);

    private static final double OTHERS = 2;
    private static final double THIS_MACHINE = 1_000;
    private static final double NANOS = 1e9;

    private final Map<String, Double> configured;
    private final Timing timing;
    private final Map<String, Bucket> buckets = new HashMap<>();

    private static final class Bucket {
        private double perSecond;
        private double tokens;
        private long filledNanos;
        private long heldUntilNanos;
    }

    HostRates(Map<String, Double> configured, Timing timing) {
        this.configured = configured;
        this.timing = timing;
    }

    /// Returns when the host may be asked.
    void await(String host) {
        Duration wait = reserve(host);
        if (!wait.isZero()) {
            timing.pause(wait);
        }
    }

    /// Nobody asks the host before this span is over.
    synchronized void hold(String host, Duration span) {
        Bucket bucket = bucket(host);
        bucket.heldUntilNanos = Math.max(bucket.heldUntilNanos, timing.nanos() + span.toNanos());
    }

    /// The host says that it takes fewer than we thought.
    synchronized void slowTo(String host, double perSecond) {
        Bucket bucket = bucket(host);
        bucket.perSecond = Math.min(bucket.perSecond, perSecond);
    }

    private synchronized Duration reserve(String host) {
        Bucket bucket = bucket(host);
        long now = timing.nanos();
        double most = Math.max(1, bucket.perSecond);
        bucket.tokens = Math.min(most, bucket.tokens + (now - bucket.filledNanos) / NANOS * bucket.perSecond);
        bucket.filledNanos = now;
        bucket.tokens -= 1;
        long untilToken = bucket.tokens >= 0 ? 0 : (long) (-bucket.tokens / bucket.perSecond * NANOS);
        return Duration.ofNanos(Math.max(untilToken, bucket.heldUntilNanos - now))
                        .isPositive()
                ? Duration.ofNanos(Math.max(untilToken, bucket.heldUntilNanos - now))
                : Duration.ZERO;
    }

    private Bucket bucket(String host) {
        return buckets.computeIfAbsent(host, name -> {
            Bucket bucket = new Bucket();
            bucket.perSecond = rate(name);
            bucket.tokens = Math.max(1, bucket.perSecond);
            bucket.filledNanos = timing.nanos();
            bucket.heldUntilNanos = bucket.filledNanos;
            return bucket;
        });
    }

    private double rate(String host) {
        Double given = configured.get(host);
        if (given != null) {
            return given;
        }
        return KNOWN.getOrDefault(host, Addresses.isThisMachine(host) ? THIS_MACHINE : OTHERS);
    }
}
