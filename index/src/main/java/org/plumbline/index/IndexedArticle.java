package org.plumbline.index;

import org.plumbline.citations.Article;
import org.plumbline.citations.design.DesignLevel;

/// An article as a snapshot has it, with the design level that was computed when the snapshot was built.
public record IndexedArticle(Article article, DesignLevel design) {}
