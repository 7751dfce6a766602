package org.plumbline.airflow.model;

import org.jspecify.annotations.Nullable;

/// Which DAGs are listed: those whose file is there, by id.
///
/// @param dagIdPattern part of the id in any case; `%` and `_` stand for any; null is every id
/// @param tag null is any or none
public record DagQuery(
        @Nullable String dagIdPattern, @Nullable String tag) {

    public static DagQuery all() {
        return new DagQuery(null, null);
    }

    public static DagQuery like(String dagIdPattern) {
        return new DagQuery(dagIdPattern, null);
    }

    public static DagQuery tagged(String tag) {
        return new DagQuery(null, tag);
    }
}
