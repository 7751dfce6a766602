package org.plumbline.index.build;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotPart;

/// Tells which parts and vector parts snapshots have, as far as this version can tell.
final class UsedParts {

    private UsedParts() {}

    /// Why it cannot be told which parts are used, in one line: a manifest is damaged, or of a newer version.
    static Optional<String> findObstacle(SnapshotFolder folder, Collection<String> snapshots) {
        return snapshots.stream()
                .flatMap(id -> obstacle(id, ManifestState.of(folder, id)).stream())
                .findFirst();
    }

    private static Optional<String> obstacle(String id, ManifestState state) {
        return switch (state) {
            case READABLE, OLDER -> Optional.empty();
            case DAMAGED ->
                Optional.of("the manifest of snapshot " + id
                        + " is damaged: which parts it has is not known, so none is removed");
            case NEWER ->
                Optional.of("snapshot " + id
                        + " was built by a newer Plumbline: which parts it has is not known, so none is removed");
        };
    }

    /// The ids of all parts and vector parts of those of the snapshots that can be read.
    static Set<String> of(SnapshotFolder folder, Collection<String> snapshots) {
        Set<String> used = new HashSet<>();
        for (String id : snapshots) {
            if (ManifestState.of(folder, id) == ManifestState.READABLE) {
                for (SnapshotPart part : folder.manifest(id).parts()) {
                    used.add(part.id());
                    used.add(part.vectors());
                }
            }
        }
        return used;
    }
}
