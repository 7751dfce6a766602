package org.plumbline.research.report;

/// A statement in an article's own words: those of the claim of this id in the ledger.
public record Quoted(String claimId) implements Statement {}
