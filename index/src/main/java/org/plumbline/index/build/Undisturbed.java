package org.plumbline.index.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;

/// Reads a snapshot that others may remove or replace meanwhile: they do not wait for readers. What such a reading
/// found, or failed with, says nothing.
final class Undisturbed {

    private Undisturbed() {}

    /// Finds what is wrong with a snapshot.
    interface Reading {

        List<String> findings() throws IOException;
    }

    /// What is wrong; empty where the snapshot was removed or replaced before the reading was over.
    static Optional<List<String>> findings(SnapshotFolder folder, String id, Reading reading) throws IOException {
        String before = folder.state(id);
        try {
            List<String> found = reading.findings();
            return found.isEmpty() || isAsBefore(folder, id, before) ? Optional.of(found) : Optional.empty();
        } catch (IOException | UncheckedIOException | WrongInputException e) {
            if (isAsBefore(folder, id, before)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean isAsBefore(SnapshotFolder folder, String id, String before) {
        return folder.ids().contains(id) && folder.state(id).equals(before);
    }
}
