package org.plumbline.index;

import org.plumbline.citations.Article;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.design.Subjects;

/// An article as a snapshot has it, with what was read in its title and abstract when the snapshot was built.
///
/// @param subjects in whom its findings were made
public record IndexedArticle(Article article, DesignLevel design, Subjects subjects) {

    /// An article of which nobody kept whom it studied; no filter that asks for it accepts such a one.
    public IndexedArticle(Article article, DesignLevel design) {
        this(article, design, Subjects.NOT_KNOWN);
    }
}
