package org.plumbline.index.build;

import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;

/// What a snapshot's manifest is, before its parts are looked at.
public enum ManifestState {
    /// As it was written, of the layout that this version reads.
    READABLE,
    /// Not as it was written.
    DAMAGED,
    /// As an older version wrote it, which shared no parts.
    OLDER,
    /// As a newer version wrote it: which parts it has cannot be told here.
    NEWER;

    /// Looks at the manifest of a snapshot that is there.
    public static ManifestState of(SnapshotFolder folder, String id) {
        if (!SnapshotCheck.isManifestSound(folder, id)) {
            return DAMAGED;
        }
        try {
            int format = folder.format(id);
            if (format != SnapshotManifest.FORMAT) {
                return format > SnapshotManifest.FORMAT ? NEWER : OLDER;
            }
            folder.manifest(id);
            return READABLE;
        } catch (WrongInputException e) {
            return DAMAGED;
        }
    }
}
