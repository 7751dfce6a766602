package org.plumbline.index;

import org.plumbline.citations.Article;
import org.plumbline.citations.design.Ages;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.design.Subjects;

/// An article as a snapshot has it, with what was read in its title and abstract when the snapshot was built.
///
/// @param subjects in whom its findings were made
/// @param ages how old those people were
public record IndexedArticle(Article article, DesignLevel design, Subjects subjects, Ages ages) {

    /// An article of which nobody kept whom it studied; no filter that asks for it accepts such a one.
    public IndexedArticle(Article article, DesignLevel design) {
        this(article, design, Subjects.NOT_KNOWN, Ages.NOT_KNOWN);
    }
}
