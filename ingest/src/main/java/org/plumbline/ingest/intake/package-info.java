/// What the paths on a command line hold: files in their source's order, checked against what the source says of
/// them.
///
/// Reads folders, checksums and sidecars, writes nothing, knows neither records' content nor Spark.
@NullMarked
package org.plumbline.ingest.intake;

import org.jspecify.annotations.NullMarked;
