package org.plumbline.airflow.model;

import org.jspecify.annotations.Nullable;

/// How far a log was read: where to go on.
///
/// @param lines read so far
/// @param token the server's own mark of that place; null before the first read and at the end
/// @param isEnd whether no more will come
public record LogPosition(long lines, @Nullable String token, boolean isEnd) {

    public static final LogPosition START = new LogPosition(0, null, false);
}
