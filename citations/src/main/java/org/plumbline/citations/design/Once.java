package org.plumbline.citations.design;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is found when it is first asked for, and kept. For one thread at a time.
final class Once<T> implements Supplier<T> {

    private final Supplier<T> search;
    private @Nullable T found;

    /// @param search never answers null
    Once(Supplier<T> search) {
        this.search = search;
    }

    @Override
    public T get() {
        T known = found;
        if (known == null) {
            known = search.get();
            found = known;
        }
        return known;
    }
}
