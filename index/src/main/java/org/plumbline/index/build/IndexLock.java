package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.lock.Patience;
import org.plumbline.index.lock.ProcessLock;

/// The right to change what is in the index folder: one process at a time has it. Readers need none.
public final class IndexLock implements AutoCloseable {

    private final ProcessLock held;

    private IndexLock(ProcessLock held) {
        this.held = held;
    }

    /// Takes the lock, and sweeps away what a killed process left.
    ///
    /// @param say is told, for people, what of that has to stay
    /// @throws WrongInputException where another has it, or the folder cannot be written
    public static IndexLock take(SnapshotFolder folder, Consumer<String> say) throws IOException {
        return take(folder, new Patience(Duration.ZERO, say));
    }

    /// The same, waiting while another has it.
    static IndexLock take(SnapshotFolder folder, Patience patience) throws IOException {
        IndexLock lock = hold(folder, patience);
        try {
            Sweeping.of(folder, patience.told());
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        return lock;
    }

    /// Takes the lock and leaves everything as it is.
    ///
    /// @throws WrongInputException where another has it, or the folder cannot be written
    public static IndexLock takeToLook(SnapshotFolder folder) throws IOException {
        return hold(folder, Patience.NONE);
    }

    private static IndexLock hold(SnapshotFolder folder, Patience patience) throws IOException {
        return new IndexLock(find(folder, patience)
                .orElseThrow(() -> new WrongInputException("another index build, publish, rollback or prune runs on "
                        + folder.home() + ": wait until it is done")));
    }

    private static Optional<ProcessLock> find(SnapshotFolder folder, Patience patience) {
        try {
            Files.createDirectories(folder.root());
            return ProcessLock.find(folder.root(), patience, "another build, publish, rollback or prune");
        } catch (IOException e) {
            throw new WrongInputException(
                    folder.root() + ": not writable (" + e.getClass().getSimpleName()
                            + "); give this user the right, or choose another --home",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
