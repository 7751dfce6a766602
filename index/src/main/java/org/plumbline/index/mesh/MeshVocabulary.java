package org.plumbline.index.mesh;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.citations.sources.FoldedName;

/// All headings of one edition of MeSH. Any thread may ask it.
public final class MeshVocabulary {

    /// The first character after `.`, which joins the parts of a tree number.
    private static final char AFTER_DOT = '.' + 1;

    private final String digest;
    private final List<MeshDescriptor> descriptors;
    private final Map<String, MeshDescriptor> byName = new HashMap<>();
    private final TreeMap<String, MeshDescriptor> byTree = new TreeMap<>();

    /// @param digest of the edition: SHA-256 of its stored lines
    MeshVocabulary(String digest, Collection<MeshDescriptor> descriptors) {
        this.digest = digest;
        this.descriptors = List.copyOf(descriptors);
        for (MeshDescriptor descriptor : descriptors) {
            descriptor.trees().forEach(tree -> byTree.put(tree, descriptor));
            descriptor.entryTerms().forEach(term -> byName.putIfAbsent(FoldedName.of(term), descriptor));
        }
        // A heading's own name goes before another's entry term.
        descriptors.forEach(descriptor -> byName.put(FoldedName.of(descriptor.name()), descriptor));
        descriptors.forEach(descriptor -> byName.put(FoldedName.of(descriptor.id()), descriptor));
    }

    /// SHA-256 of what it says, in hex.
    public String digest() {
        return digest;
    }

    /// All headings, by id.
    public List<MeshDescriptor> descriptors() {
        return descriptors;
    }

    /// The heading of a name, an entry term or an id, compared as [FoldedName] does.
    public Optional<MeshDescriptor> find(String name) {
        return Optional.ofNullable(byName.get(FoldedName.of(name)));
    }

    /// A heading and all that stand below it at any of its places.
    public Set<MeshDescriptor> explode(MeshDescriptor heading) {
        Set<MeshDescriptor> all = new LinkedHashSet<>();
        all.add(heading);
        for (String tree : heading.trees()) {
            all.addAll(byTree.subMap(tree + '.', tree + AFTER_DOT).values());
        }
        return all;
    }
}
