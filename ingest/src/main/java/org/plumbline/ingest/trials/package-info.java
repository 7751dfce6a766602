/// Reads ClinicalTrials.gov's studies: registrations that lend their numbers to the articles they name, and are no
/// publications. Reads streams, writes nothing.
@NullMarked
package org.plumbline.ingest.trials;

import org.jspecify.annotations.NullMarked;
