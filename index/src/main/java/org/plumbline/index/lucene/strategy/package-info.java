/// Says queries in PubMed's language in Lucene's terms and finds the articles that match, exactly and without rank.
/// Reads an index's article documents; writes nothing.
@NullMarked
package org.plumbline.index.lucene.strategy;

import org.jspecify.annotations.NullMarked;
