/// The report: what a clinician reads, and what a verifier can re-check without the rest of the system.
///
/// [org.plumbline.research.report.Report] is `report.json`; the renderings (`html`, `markdown`) are pure functions
/// of it. Reads articles' stored metadata and quotes; holds no time of its own, so the same evidence is the same
/// bytes.
@NullMarked
package org.plumbline.research.report;

import org.jspecify.annotations.NullMarked;
