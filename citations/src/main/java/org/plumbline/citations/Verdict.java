package org.plumbline.citations;

import java.util.List;

/// The judgement on a claim: the verifier's and a reviewer's have the same shape, so both are compared with one
/// code.
///
/// @param judge who judged: "verifier" and its version, or a reviewer's name
/// @param checks what was checked, each with what came of it
public record Verdict(String claimId, Label label, String judge, List<Check> checks) {

    /// One check: its name, whether it held, and what was seen.
    public record Check(String name, boolean held, String seen) {}

    public Verdict {
        checks = List.copyOf(checks);
        if (label == Label.SUPPORT && checks.stream().anyMatch(check -> !check.held())) {
            throw new IllegalArgumentException("verdict on " + claimId + ": SUPPORT with a failed check");
        }
    }
}
