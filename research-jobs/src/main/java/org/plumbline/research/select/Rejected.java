package org.plumbline.research.select;

import org.plumbline.citations.Location;

/// A sentence on the question that was refused, with the reason: a line of `rejected.jsonl`.
public record Rejected(String articleId, Location location, String words, String reason) {}
