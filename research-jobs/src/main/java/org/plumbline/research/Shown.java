package org.plumbline.research;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Printable;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.JobId;
import org.plumbline.research.job.JobState;
import org.plumbline.research.recheck.Kept;

/// A job as lists show it.
///
/// @param changedSources how many of the report's sources the last recheck found changed; null for none
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Shown(
        JobId id,
        String state,
        String submitted,
        @Nullable Double seconds,
        String question,
        String reason,
        @Nullable Integer changedSources) {

    private static final int WIDEST = 80;

    static Shown of(JobDirectory job) {
        String question = "";
        try {
            question = job.request().question();
            JobState state = job.state();
            return new Shown(
                    job.id(),
                    state.phase().name().toLowerCase(Locale.ROOT),
                    state.submitted(),
                    seconds(state),
                    question,
                    state.reason(),
                    changedSources(job));
        } catch (WrongInputException e) {
            return new Shown(
                    job.id(), "unreadable", "", null, question, Printable.line(String.valueOf(e.getMessage())), null);
        }
    }

    private static @Nullable Double seconds(JobState state) {
        String started = state.started();
        String finished = state.finished();
        return started == null || finished == null
                ? null
                : Duration.between(Instant.parse(started), Instant.parse(finished))
                                .toMillis()
                        / 1000.0;
    }

    String line() {
        String shortened = question.length() <= WIDEST ? question : question.substring(0, WIDEST - 1) + "…";
        String why = reason.isEmpty() ? "" : "  (" + reason + ")";
        String changed = changedSources == null
                ? ""
                : "  (%d %s changed since: plumbline research recheck)"
                        .formatted(changedSources, changedSources == 1 ? "source has" : "sources have");
        return Printable.line("%s  %-10s %s%s%s".formatted(id, state, shortened, why, changed));
    }

    private static @Nullable Integer changedSources(JobDirectory job) {
        return Kept.find(job)
                .map(kept -> kept.changed().size())
                .filter(n -> n > 0)
                .orElse(null);
    }
}
