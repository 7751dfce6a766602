/// The words that every stage shares: texts, sections, locations and quotes; records, articles and their standing;
/// claims, verdicts and references.
///
/// Reads nothing and writes nothing. A [org.plumbline.citations.Quote] can only be made from the
/// [org.plumbline.citations.Text] it stands in, so a quote that differs from its source cannot exist.
@NullMarked
package org.plumbline.citations;

import org.jspecify.annotations.NullMarked;
