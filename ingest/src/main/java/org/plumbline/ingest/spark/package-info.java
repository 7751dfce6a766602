/// The corpus tables, written with Spark and Delta: a thin adapter around readers and identity, which know neither.
///
/// Reads input files and the tables of the published version; writes the tables, never `CURRENT.json` before all of
/// them. Spark sees rows of keys and flat columns with the record as JSON, never a Java record. [CorpusRows] is the
/// schema; a run's walk is [CorpusWriter].
@NullMarked
package org.plumbline.ingest.spark;

import org.jspecify.annotations.NullMarked;
