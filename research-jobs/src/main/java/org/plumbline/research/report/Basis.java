package org.plumbline.research.report;

import java.util.List;

/// What a report rests on, by id and digest: the same basis and request give the same bytes.
///
/// @param corpusDigest 64 hex digits
/// @param contentDigest of the snapshot's passages, 64 hex digits
/// @param standingAsOf the version of the integrity events that standings are as of, in words for a reader:
///     "corpus version 12"
/// @param articles how many the snapshot holds
/// @param steps the job's files that this report was made from, each with its digest, in the job's order
/// @param software name and version
public record Basis(
        String snapshotId,
        long corpusVersion,
        String corpusDigest,
        String contentDigest,
        String standingAsOf,
        long articles,
        long passages,
        List<StepFile> steps,
        String software) {

    /// One file of the job: "plan.json" and its SHA-256.
    public record StepFile(String name, String sha256) {}

    public Basis {
        steps = List.copyOf(steps);
    }
}
