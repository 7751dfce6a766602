package org.plumbline.ingest.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;

/// Holds the corpus for one writer; freed by the operating system however the process ends.
public final class CorpusLock implements AutoCloseable {

    private final FileChannel channel;

    private CorpusLock(FileChannel channel) {
        this.channel = channel;
    }

    /// The lock.
    ///
    /// @throws WrongInputException where another run holds it, or the corpus cannot be written
    public static CorpusLock take(CorpusHome home) {
        try {
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new WrongInputException(
                        home.folder() + ": another ingest is writing here; wait for it to end, then run this again");
            }
            return new CorpusLock(channel);
        } catch (IOException e) {
            throw new WrongInputException(
                    home.folder() + ": not writable (" + e.getClass().getSimpleName()
                            + "); give this user the right, or choose another --home",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
