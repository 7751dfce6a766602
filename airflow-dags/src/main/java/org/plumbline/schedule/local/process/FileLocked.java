package org.plumbline.schedule.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The right to do something that one at a time may do, among all processes and threads of a machine. The system
/// takes it back when its holder ends, however it ends.
public final class FileLocked implements AutoCloseable {

    /// Threads of this process wait here first: a lock on a file is a process's, and closing a second channel of
    /// the file would drop it.
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel channel;

    private FileLocked(ReentrantLock here, FileChannel channel) {
        this.here = here;
        this.channel = channel;
    }

    /// Waits for the lock as long as it takes.
    ///
    /// @param waits is told once where another holds it
    public static FileLocked take(Path file, Runnable waits) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        ReentrantLock here = HERE.computeIfAbsent(absolute, _ -> new ReentrantLock());
        boolean told = !here.tryLock();
        if (told) {
            waits.run();
            here.lock();
        }
        FileLocked taken = null;
        try {
            taken = new FileLocked(here, locked(absolute, told ? () -> {} : waits));
            return taken;
        } finally {
            if (taken == null) {
                here.unlock();
            }
        }
    }

    private static FileChannel locked(Path file, Runnable waits) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                waits.run();
                lock = channel.lock();
            }
            held = lock.isValid();
            return channel;
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            here.unlock();
        }
    }
}
