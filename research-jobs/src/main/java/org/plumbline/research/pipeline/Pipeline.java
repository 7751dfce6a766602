package org.plumbline.research.pipeline;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.plumbline.index.Snapshot;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.queue.Worker;

/// Runs the steps of a job that are not done yet, on the snapshot that its plan pinned; until there is a plan, a
/// file of its own pins it against `index prune`. Used by one thread.
public final class Pipeline implements Worker.Work, AutoCloseable {

    /// As `index prune` reads it.
    private static final String PIN = ".pin.json";

    private final Path home;
    private final Clock clock;
    private final Map<String, Snapshot> open = new HashMap<>();

    public Pipeline(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    @Override
    public void complete(JobDirectory job, PrintStream progress) {
        Snapshot snapshot = snapshot(job);
        for (Step step : Step.all()) {
            if (!job.has(step.output())) {
                progress.println("job " + job.id() + ": " + step.doing());
                long began = clock.millis();
                step.run(job, snapshot);
                job.stepDone(step.output(), clock.millis() - began);
            }
        }
        job.remove(PIN);
    }

    /// The snapshot that the job's plan names; for a job without a plan, the one published last.
    private Snapshot snapshot(JobDirectory job) {
        if (!job.has(Step.PLAN.output())) {
            Snapshot current = Snapshot.openCurrent(home);
            Snapshot known = open.putIfAbsent(current.manifest().id(), current);
            if (known != null) {
                current.close();
            }
            job.write(PIN, Map.of("snapshotId", current.manifest().id()));
            return known == null ? current : known;
        }
        return open.computeIfAbsent(new JobFiles(job).plan().snapshotId(), id -> Snapshot.open(home, id));
    }

    @Override
    public void close() {
        open.values().forEach(Snapshot::close);
        open.clear();
    }
}
