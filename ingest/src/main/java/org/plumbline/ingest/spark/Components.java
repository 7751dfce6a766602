package org.plumbline.ingest.spark;

import java.util.HashMap;
import java.util.Map;

/// Sets of numbers that were joined pair by pair (union-find).
final class Components {

    private final Map<Long, Long> parents = new HashMap<>();

    void join(long one, long other) {
        long a = root(one);
        long b = root(other);
        if (a != b) {
            parents.put(Math.max(a, b), Math.min(a, b));
        }
    }

    /// The least number in the set.
    long root(long number) {
        long root = number;
        for (Long parent = parents.get(root); parent != null; parent = parents.get(root)) {
            root = parent;
        }
        long each = number;
        while (each != root) {
            Long parent = parents.put(each, root);
            each = parent == null ? root : parent;
        }
        return root;
    }
}
