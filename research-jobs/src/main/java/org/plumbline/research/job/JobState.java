package org.plumbline.research.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How far a job is and when it ran: what `job.json` holds, and all that may differ between two runs of one
/// request.
///
/// @param submitted when, in UTC as ISO 8601 writes it; likewise the two after it
/// @param starts how often a worker began or took up the work
/// @param failures how often it ended in a fault of ours
/// @param reason why it failed, else empty
/// @param stepMillis run time of each step that is done, by output file
/// @param digests SHA-256 of each of the job's files when it was done, so that a later change shows
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JobState(
        int format,
        JobId id,
        Phase phase,
        String submitted,
        @Nullable String started,
        @Nullable String finished,
        int starts,
        int failures,
        String reason,
        SortedMap<String, Long> stepMillis,
        SortedMap<String, String> digests) {

    /// Where a job stands. RUNNING without a worker that holds its lock means interrupted: it goes on.
    public enum Phase {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    static final int FORMAT = 1;

    public JobState {
        reason = reason == null ? "" : reason;
        stepMillis = sorted(stepMillis);
        digests = sorted(digests);
    }

    private static <V> SortedMap<String, V> sorted(@Nullable Map<String, V> map) {
        return map == null ? new TreeMap<>() : new TreeMap<>(map);
    }

    static JobState submitted(JobId id, Instant now) {
        return new JobState(
                FORMAT, id, Phase.QUEUED, now.toString(), null, null, 0, 0, "", new TreeMap<>(), new TreeMap<>());
    }

    JobState started(Instant now) {
        String first = started == null ? now.toString() : started;
        return new JobState(
                format, id, Phase.RUNNING, submitted, first, null, starts + 1, failures, "", stepMillis, digests);
    }

    JobState finished(Instant now, Map<String, String> written) {
        return new JobState(
                format,
                id,
                Phase.DONE,
                submitted,
                started,
                now.toString(),
                starts,
                failures,
                "",
                stepMillis,
                sorted(written));
    }

    /// The state after a fault: back into the queue, or failed for good at the last try.
    JobState failed(Instant now, String why, int tries) {
        Phase next = failures + 1 >= tries ? Phase.FAILED : Phase.QUEUED;
        return new JobState(
                format, id, next, submitted, started, now.toString(), starts, failures + 1, why, stepMillis, digests);
    }

    JobState withStep(String output, long millis) {
        SortedMap<String, Long> times = new TreeMap<>(stepMillis);
        times.put(output, millis);
        return new JobState(format, id, phase, submitted, started, finished, starts, failures, reason, times, digests);
    }

    /// Whether a worker may take it.
    public boolean open() {
        return phase == Phase.QUEUED || phase == Phase.RUNNING;
    }
}
