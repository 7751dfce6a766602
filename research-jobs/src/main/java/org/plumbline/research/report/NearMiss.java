package org.plumbline.research.report;

import org.plumbline.citations.ArticleIds;

/// An article that came near the question and does not answer it: listed as a place to look, never as evidence.
///
/// @param lacks what it lacks, in words: "does not mention kryptonite"
public record NearMiss(String articleId, ArticleIds ids, String vancouver, String lacks) {}
