package org.plumbline.ingest.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of a row that was looked up, by the place at which their columns were asked for. A column that was
/// not yet there when the row was written holds null.
public final class FoundRow {

    private final List<@Nullable Object> values;

    /// @param values strings, longs, integers and booleans
    FoundRow(List<@Nullable Object> values) {
        this.values = values;
    }

    /// Empty for null.
    public String words(int column) {
        return values.get(column) instanceof String words ? words : "";
    }

    /// 0 for null.
    public long number(int column) {
        return values.get(column) instanceof Number number ? number.longValue() : 0;
    }

    /// False for null.
    public boolean isTrue(int column) {
        return Boolean.TRUE.equals(values.get(column));
    }
}
