package org.plumbline.airflow.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A bound on how many tasks run at once.
///
/// @param slots in all; -1 is unbounded
public record Pool(
        String name,
        int slots,
        @Nullable String description,
        boolean includeDeferred,
        int runningSlots,
        int queuedSlots,
        int openSlots) {

    public Pool {
        Objects.requireNonNull(name, "name");
    }
}
