package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Parts records into components: what is connected by a link or by an id ever stated. Records of two components
/// have no bearing on each other's articles.
public final class Components {

    private final Map<String, String> parents = new HashMap<>();

    /// Notes that two names, of records or of links, belong together.
    public void join(String one, String other) {
        String a = root(one);
        String b = root(other);
        if (a.compareTo(b) < 0) {
            parents.put(b, a);
        } else if (b.compareTo(a) < 0) {
            parents.put(a, b);
        }
    }

    /// The component's name: the least of the names in it.
    public String root(String name) {
        String root = name;
        for (String parent = parents.get(root); parent != null; parent = parents.get(root)) {
            root = parent;
        }
        String each = name;
        while (!each.equals(root)) {
            String parent = parents.put(each, root);
            each = parent == null ? root : parent;
        }
        return root;
    }

    /// What connects a record to others.
    public static List<String> connections(KnownRecord known) {
        List<String> connections = new ArrayList<>(known.everStated());
        Links.of(known.record()).stream()
                .filter(link -> !connections.contains(link))
                .forEach(connections::add);
        return List.copyOf(connections);
    }

    static Collection<List<KnownRecord>> of(Collection<KnownRecord> known) {
        Components components = new Components();
        known.forEach(each ->
                connections(each).forEach(link -> components.join(each.record().key(), link)));
        Map<String, List<KnownRecord>> parts = new TreeMap<>();
        known.forEach(
                each -> parts.computeIfAbsent(components.root(each.record().key()), _ -> new ArrayList<>())
                        .add(each));
        return parts.values();
    }
}
