package org.plumbline.research.recheck;

import java.util.List;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.JobLock;

/// What the last recheck of a job found, in the job's directory.
///
/// @param snapshot of the index that it was held against
public record Kept(String snapshot, List<ChangedSource> changed) {

    /// Not a file of the job's steps: verification passes it over.
    public static final String FILE = "recheck.json";

    public Kept {
        changed = List.copyOf(changed);
    }

    /// What was found last; none where nothing ever was, or where it cannot be read.
    public static Optional<Kept> find(JobDirectory job) {
        if (!job.has(FILE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(job.read(FILE, Kept.class));
        } catch (WrongInputException damaged) {
            return Optional.empty();
        }
    }

    /// Keeps it, unless somebody works on the job.
    void keep(JobDirectory job) {
        JobLock.find(job).ifPresent(lock -> {
            try (lock) {
                job.write(FILE, this);
            }
        });
    }
}
