package org.plumbline.index.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;

/// The right to change what is in the index folder: one process at a time has it. Readers need none.
public final class IndexLock implements AutoCloseable {

    private final FileChannel channel;

    private IndexLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock, and sweeps away what a killed process left.
    ///
    /// @param say is told, for people, what of that has to stay
    /// @throws WrongInputException where another process has it, or the folder cannot be written
    public static IndexLock take(SnapshotFolder folder, Consumer<String> say) throws IOException {
        IndexLock lock = takeToLook(folder);
        try {
            Sweeping.of(folder, say);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        return lock;
    }

    /// Takes the lock and leaves everything as it is.
    ///
    /// @throws WrongInputException where another process has it, or the folder cannot be written
    public static IndexLock takeToLook(SnapshotFolder folder) throws IOException {
        FileChannel channel = open(folder);
        FileLock held = channel.tryLock();
        if (held == null) {
            channel.close();
            throw new WrongInputException("another index build, publish, rollback or prune runs on " + folder.home()
                    + ": wait until it is done");
        }
        return new IndexLock(channel);
    }

    private static FileChannel open(SnapshotFolder folder) {
        try {
            Files.createDirectories(folder.root());
            return FileChannel.open(
                    folder.root().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new WrongInputException(
                    folder.root() + ": not writable (" + e.getClass().getSimpleName()
                            + "); give this user the right, or choose another --home",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
