package org.plumbline.ingest.corpus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.Attempts.Work;

/// One try to bring a source up to date, as it was noted when it began and when it ended.
///
/// @param began UTC, ISO 8601
/// @param ended likewise; null where no end was noted: it still runs, or was killed
/// @param fault one line: why it failed; empty where it did not
/// @param report what it did, where it took files in
/// @param host where it ran, with the process and the moment that began
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Attempt(
        Source source,
        Work work,
        String began,
        @Nullable String ended,
        String fault,
        @Nullable RunReport report,
        String host,
        long process,
        String processBegan) {

    /// How a try stands.
    public enum State {
        DONE,
        FAILED,
        RUNNING,
        /// It began and did not end, and its process is gone: killed, or the machine went down.
        CUT_OFF,
        /// It began on another machine, which alone can tell whether it still runs.
        ELSEWHERE
    }

    public Attempt {
        fault = fault == null ? "" : fault;
    }

    /// How it stands now, as far as this machine can tell.
    @JsonIgnore
    public State state() {
        if (ended != null) {
            return fault.isEmpty() ? State.DONE : State.FAILED;
        }
        if (!host.equals(Attempts.host())) {
            return State.ELSEWHERE;
        }
        boolean lives = ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(Attempts::began)
                .filter(processBegan::equals)
                .isPresent();
        return lives ? State.RUNNING : State.CUT_OFF;
    }

    /// Whether it brought nothing and is over.
    @JsonIgnore
    public boolean isFailure() {
        State state = state();
        return state == State.FAILED || state == State.CUT_OFF;
    }

    /// Why it brought nothing, in one line; empty where it is no failure.
    public String explain() {
        return switch (state()) {
            case FAILED -> fault;
            case CUT_OFF -> "began " + began + " and was cut off: killed, or the machine went down; run it again";
            case DONE, RUNNING, ELSEWHERE -> "";
        };
    }

    Attempt end(Instant at, String why, @Nullable RunReport done) {
        return new Attempt(source, work, began, at.toString(), why, done, host, process, processBegan);
    }
}
