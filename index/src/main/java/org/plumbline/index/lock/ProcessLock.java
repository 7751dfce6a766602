package org.plumbline.index.lock;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A lock on a folder, by the file `.lock` in it: one holder among all processes and threads of a machine has it. The
/// system takes it back when its
/// process ends, however it ends. Any thread may ask for it, and close it.
public final class ProcessLock implements AutoCloseable {

    private static final String FILE = ".lock";
    private static final long BETWEEN_MILLIS = 50;

    /// The files that this process holds. They must not be opened again: POSIX drops a process's lock on a file as
    /// soon as it closes any descriptor of that file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// The lock, unless another has it.
    ///
    /// @param folder that is there
    public static Optional<ProcessLock> find(Path folder) throws IOException {
        Path real = folder.toRealPath().resolve(FILE);
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        Optional<ProcessLock> lock = Optional.empty();
        try {
            lock = findAmongProcesses(real);
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(real);
            }
        }
        return lock;
    }

    /// The same, waiting while another has it.
    ///
    /// @param name of what is waited for, for people
    public static Optional<ProcessLock> find(Path folder, Patience patience, String name) throws IOException {
        long until = System.nanoTime() + patience.most().toNanos();
        Optional<ProcessLock> lock = find(folder);
        if (lock.isEmpty() && patience.most().isPositive()) {
            patience.told().accept("waiting for " + name + " to be done");
        }
        while (lock.isEmpty() && System.nanoTime() < until) {
            pause();
            lock = find(folder);
        }
        return lock;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a lock", e);
        }
    }

    private static Optional<ProcessLock> findAmongProcesses(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = channel.tryLock() != null;
        } finally {
            if (!held) {
                channel.close();
            }
        }
        return held ? Optional.of(new ProcessLock(file, channel)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
