package org.plumbline.research.evidence;

import org.plumbline.citations.Role;

/// A sentence that may be evidence.
///
/// @param role what its section is for
/// @param citing whether it carries a citation mark: outside of RESULTS it then tells of another's work
public record Candidate(String sentence, Role role, Citing citing) {

    /// Whether a sentence cites.
    public enum Citing {
        CITES,
        CITES_NOTHING
    }
}
