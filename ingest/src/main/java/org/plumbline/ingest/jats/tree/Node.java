package org.plumbline.ingest.jats.tree;

/// A piece of mixed content.
public sealed interface Node permits Element, Node.Characters {

    /// Character data as the source has it, white space included.
    record Characters(String text) implements Node {}
}
