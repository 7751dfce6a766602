package org.plumbline.airflow.connection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.plumbline.airflow.model.Answer;

/// A list that comes in pages, as a stream: holds one page at a time. Servers give fewer items than asked for where
/// their bound is lower, so the next page begins behind what came.
final class Pages<T> extends AbstractSpliterator<T> {

    /// One page.
    ///
    /// @param total of the whole list; negative where the server does not say
    record Page<T>(List<T> items, long total) {}

    private final LongFunction<Answer<Page<T>>> ask;
    private final Function<T, Object> id;
    private Page<T> page;
    private int next;
    private long offset;
    private Set<Object> known = Set.of();

    private Pages(LongFunction<Answer<Page<T>>> ask, Function<T, Object> id, Page<T> first) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.ask = ask;
        this.id = id;
        this.page = first;
    }

    /// @param ask for the page that begins behind so many items
    static <T> Answer<Stream<T>> read(LongFunction<Answer<Page<T>>> ask, Function<T, Object> id) {
        return ask.apply(0).map(first -> StreamSupport.stream(new Pages<>(ask, id, first), false));
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        while (true) {
            if (next == page.items().size() && !turn()) {
                return false;
            }
            T item = page.items().get(next++);
            if (!known.contains(id.apply(item))) {
                action.accept(item);
                return true;
            }
        }
    }

    private boolean turn() {
        int size = page.items().size();
        offset += size;
        boolean isLast = size == 0 || (page.total() >= 0 && offset >= page.total());
        if (isLast) {
            return false;
        }
        Set<Object> ids = new HashSet<>();
        page.items().forEach(item -> ids.add(id.apply(item)));
        known = ids;
        page = ask.apply(offset).orElseThrow();
        next = 0;
        return !page.items().isEmpty();
    }
}
