package org.plumbline.research.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.JobId;
import org.plumbline.research.job.JobLock;
import org.plumbline.research.job.Private;
import org.plumbline.research.job.WholeFile;
import org.plumbline.research.request.Request;

/// The jobs under a home folder. Any thread and any process may use it at the same time.
public final class JobQueue {

    private static final String PREPARED = ".new-";
    private static final String PURGED = ".purged-";

    private final Path folder;
    private final Clock clock;
    private final RandomGenerator random;

    public JobQueue(Path home, Clock clock, RandomGenerator random) {
        this.folder = home.resolve("jobs");
        this.clock = clock;
        this.random = random;
    }

    /// Stores a request as a new job, whole or not at all.
    public JobId submit(Request request) {
        try {
            Private.createFolders(folder);
            while (true) {
                JobId id = JobId.at(clock.instant(), random);
                Path prepared =
                        folder.resolve(PREPARED + ProcessHandle.current().pid() + "-" + id);
                JobDirectory.prepare(prepared, id, request, clock.instant());
                if (moved(prepared, folder.resolve(id.value()))) {
                    // Only now is the request safe from a power cut too.
                    WholeFile.force(folder);
                    return id;
                }
                remove(prepared);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new WrongInputException(
                    "cannot write to %s (%s): give a --home that you may write to".formatted(folder, e), e);
        }
    }

    private static boolean moved(Path prepared, Path place) throws IOException {
        try {
            Files.move(prepared, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException taken) {
            return false;
        }
    }

    /// All jobs, oldest first.
    public List<JobDirectory> jobs() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> JobId.isOne(entry.getFileName().toString()))
                    .map(entry -> new JobDirectory(new JobId(entry.getFileName().toString()), entry))
                    .filter(job -> job.has(JobDirectory.REQUEST))
                    .sorted(Comparator.comparing(JobDirectory::id))
                    .toList();
        } catch (IOException e) {
            throw new WrongInputException(
                    "cannot read %s (%s): give a --home that you may read".formatted(folder, e), e);
        }
    }

    /// The job with this id, or the only one whose id begins or ends so.
    ///
    /// @throws WrongInputException where there is none, or more than one
    public JobDirectory job(String name) {
        List<JobDirectory> found = jobs().stream()
                .filter(job -> !name.isBlank()
                        && (job.id().value().startsWith(name)
                                || job.id().value().endsWith("-" + name)))
                .toList();
        if (found.isEmpty()) {
            throw new WrongInputException(
                    "no job \"%s\": `plumbline research list` names those there are".formatted(name));
        }
        if (found.size() > 1) {
            throw new WrongInputException("job \"%s\" may be any of %d, such as %s and %s: give more of its id"
                    .formatted(
                            name,
                            found.size(),
                            found.getFirst().id(),
                            found.getLast().id()));
        }
        return found.getFirst();
    }

    /// Removes all of a job and names what was removed.
    ///
    /// @throws WrongInputException where a worker is at it
    public List<String> purge(JobDirectory job) {
        try (JobLock _ = JobLock.find(job)
                .orElseThrow(() -> new WrongInputException(
                        "job %s is being worked on: purge it when its worker has ended".formatted(job.id())))) {
            Path purged = folder.resolve(PURGED + job.id());
            Files.move(job.path(), purged, StandardCopyOption.ATOMIC_MOVE);
            return remove(purged);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove job " + job.id(), e);
        }
    }

    /// Removes what killed commands left behind: half-purged jobs, and requests never submitted whose process has
    /// ended.
    public void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(JobQueue::leftBehind).toList()) {
                remove(entry);
            }
        } catch (NoSuchFileException sweptByAnother) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sweep " + folder, e);
        }
    }

    private static boolean leftBehind(Path entry) {
        String name = entry.getFileName().toString();
        if (name.startsWith(PREPARED)) {
            String pid = name.substring(PREPARED.length()).replaceFirst("-.*", "");
            return pid.matches("[0-9]{1,18}")
                    && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
        }
        return name.startsWith(PURGED);
    }

    private static List<String> remove(Path job) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(job)) {
            files = entries.sorted().toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(job);
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }
}
