package org.plumbline.research.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to work on one job. The system takes it back when its holder ends, however it ends, so a killed worker
/// leaves no job locked. Held by one worker among all processes and threads of a machine.
public final class JobLock implements AutoCloseable {

    static final String FILE = "lock";

    /// Lock files held by this process. They must not be opened again: POSIX drops a process's lock on a file as
    /// soon as it closes any descriptor of that file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private JobLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// The lock, unless another holds it or the job is gone.
    public static Optional<JobLock> find(JobDirectory job) {
        Path file = job.file(FILE).toAbsolutePath().normalize();
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        Optional<JobLock> lock = Optional.empty();
        try {
            lock = findAmongProcesses(file);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock job " + job.id(), e);
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(file);
            }
        }
        return lock;
    }

    private static Optional<JobLock> findAmongProcesses(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Private.file(file));
        boolean held = false;
        try {
            held = channel.tryLock() != null && Files.exists(file);
        } finally {
            if (!held) {
                channel.close();
            }
        }
        return held ? Optional.of(new JobLock(file, channel)) : Optional.empty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        } finally {
            HELD.remove(file);
        }
    }
}
