package org.plumbline.index.mesh;

import java.util.List;

/// A MeSH heading.
///
/// @param id NLM's unique identifier, such as D001249
/// @param trees its places in the hierarchy, such as C08.127.108
/// @param entryTerms what else it is called
public record MeshDescriptor(String id, String name, List<String> trees, List<String> entryTerms) {

    public MeshDescriptor {
        if (!id.matches("D[0-9]{6,9}") || name.isBlank()) {
            throw new IllegalArgumentException("descriptor \"" + id + "\" \"" + name + "\"");
        }
        trees = List.copyOf(trees);
        entryTerms = List.copyOf(entryTerms);
    }
}
