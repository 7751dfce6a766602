package org.plumbline.research.queue;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.citations.WrongInputException;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.JobId;
import org.plumbline.research.job.JobLock;
import org.plumbline.research.job.JobState;

/// Works through the queue. Several may do so at the same time, in one process or many: a job's lock keeps it from
/// being done twice. Used by one thread.
public final class Worker {

    /// Does all that is left to do of a job.
    @FunctionalInterface
    public interface Work {
        void complete(JobDirectory job, PrintStream progress);
    }

    /// What a drain came to.
    public record Drained(int done, int failed) {}

    /// A fault may pass (a full disk, a file system that was away), so a job is tried again, behind the others.
    static final int TRIES = 3;

    private final JobQueue queue;
    private final Work work;
    private final Clock clock;
    private final PrintStream progress;
    private final Set<JobId> unreadable = new HashSet<>();
    private int done;
    private int failed;

    public Worker(JobQueue queue, Work work, Clock clock, PrintStream progress) {
        this.queue = queue;
        this.work = work;
        this.clock = clock;
        this.progress = progress;
    }

    /// Works until no open job is left that another worker is not at.
    public Drained drain() {
        queue.sweep();
        boolean worked = true;
        while (worked) {
            worked = false;
            for (JobDirectory job : open()) {
                worked |= take(job);
            }
        }
        return new Drained(done, failed);
    }

    /// Open jobs, least often begun first: a job that kills its worker never stands before the others twice.
    private List<JobDirectory> open() {
        record Open(JobDirectory job, int starts) {}
        List<Open> open = new ArrayList<>();
        for (JobDirectory job : queue.jobs()) {
            findState(job).filter(JobState::open).ifPresent(state -> open.add(new Open(job, state.starts())));
        }
        return open.stream()
                .sorted(Comparator.comparing(Open::starts)
                        .thenComparing(candidate -> candidate.job().id()))
                .map(Open::job)
                .toList();
    }

    private Optional<JobState> findState(JobDirectory job) {
        if (unreadable.contains(job.id())) {
            return Optional.empty();
        }
        try {
            return Optional.of(job.state());
        } catch (WrongInputException e) {
            if (job.has(JobDirectory.REQUEST)) {
                unreadable.add(job.id());
                progress.println("job " + job.id() + " is passed over: its job.json cannot be read");
            }
            return Optional.empty();
        }
    }

    private boolean take(JobDirectory job) {
        Optional<JobLock> lock = JobLock.find(job);
        if (lock.isEmpty()) {
            return false;
        }
        try (JobLock _ = lock.get()) {
            if (!job.has(JobDirectory.REQUEST)
                    || !findState(job).map(JobState::open).orElse(false)) {
                return false;
            }
            complete(job);
            return true;
        }
    }

    /// The boundary of one job: whatever fault its work meets ends this job's try, not the others.
    private void complete(JobDirectory job) {
        job.start(clock.instant());
        long began = clock.millis();
        try {
            work.complete(job, progress);
            job.finish(clock.instant());
            done++;
            progress.printf(Locale.ROOT, "job %s: done in %.1f s%n", job.id(), (clock.millis() - began) / 1000.0);
        } catch (RuntimeException fault) {
            JobState state = job.fail(clock.instant(), reason(fault), TRIES);
            boolean last = state.phase() == JobState.Phase.FAILED;
            failed += last ? 1 : 0;
            progress.printf(
                    "job %s: %s; `plumbline research status %s` says why%n",
                    job.id(), last ? "failed" : "did not succeed, will be tried again", job.id());
        }
    }

    private static String reason(RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String place = fault instanceof WrongInputException || trace.length == 0 ? "" : " (at " + trace[0] + ")";
        return fault.getClass().getSimpleName() + ": " + fault.getMessage() + place;
    }
}
