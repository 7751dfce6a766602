package org.plumbline.ingest.fetch;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// Walks through a map on the disk by key, some entries at a time: the store may be written and committed
/// meanwhile, which a cursor of its own does not outlive. What is written behind the walk is not seen. For one
/// thread.
final class KeyWalk implements Iterator<Map.Entry<String, String>> {

    private static final int AT_A_TIME = 1_000;

    private final MVMap<String, String> map;
    private final Deque<Map.Entry<String, String>> waiting = new ArrayDeque<>();
    private @Nullable String last;
    private boolean over;

    KeyWalk(MVMap<String, String> map) {
        this.map = map;
    }

    @Override
    public boolean hasNext() {
        if (waiting.isEmpty() && !over) {
            fill();
        }
        return !waiting.isEmpty();
    }

    @Override
    public Map.Entry<String, String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return waiting.removeFirst();
    }

    private void fill() {
        String from = last == null ? map.firstKey() : map.higherKey(last);
        if (from == null) {
            over = true;
            return;
        }
        Cursor<String, String> cursor = map.cursor(from);
        while (cursor.hasNext() && waiting.size() < AT_A_TIME) {
            String key = cursor.next();
            waiting.add(new SimpleImmutableEntry<>(key, cursor.getValue()));
            last = key;
        }
    }
}
