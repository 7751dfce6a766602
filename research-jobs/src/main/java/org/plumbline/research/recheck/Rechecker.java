package org.plumbline.research.recheck;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.IndexedArticle;
import org.plumbline.index.Snapshot;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.pipeline.JobCheck;
import org.plumbline.research.pipeline.JobFiles;
import org.plumbline.research.report.Report;

/// Holds delivered reports against the current snapshot. Used by one thread.
public final class Rechecker {

    private final Path home;
    private final Snapshot today;

    /// @param today the current snapshot, which the caller closes
    public Rechecker(Path home, Snapshot today) {
        this.home = home;
        this.today = today;
    }

    /// What is to be said of a finished job's report; none where all it cites stands as it did.
    ///
    /// @throws WrongInputException where the job's files cannot be read
    public Optional<Finding> recheck(JobDirectory job) {
        Report report = new JobFiles(job).report();
        List<ChangedSource> changed = report.references().stream()
                .flatMap(reference ->
                        ChangedSource.of(
                                reference,
                                today.findArticle(reference.articleId()).map(IndexedArticle::article))
                                .stream())
                .toList();
        Optional<Kept> before = Kept.find(job);
        boolean isNew = !changed.equals(before.map(Kept::changed).orElse(List.of()));
        if (isNew) {
            new Kept(today.manifest().id(), changed).keep(job);
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(finding(job, report, changed, isNew));
    }

    private Finding finding(JobDirectory job, Report report, List<ChangedSource> changed, boolean isNew) {
        Optional<Snapshot> pinned = findPinned(report);
        try {
            JobCheck.Result check = JobCheck.check(job, pinned);
            return new Finding(
                    job.id(),
                    today.manifest().id(),
                    isNew,
                    changed,
                    check.quotes(),
                    check.verbatim(),
                    check.problems());
        } finally {
            pinned.ifPresent(Snapshot::close);
        }
    }

    private Optional<Snapshot> findPinned(Report report) {
        try {
            return Optional.of(Snapshot.open(home, report.basis().snapshotId()));
        } catch (WrongInputException gone) {
            return Optional.empty();
        }
    }
}
