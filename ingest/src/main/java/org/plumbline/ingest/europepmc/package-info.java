/// Reads Europe PMC's search answers: records with abstracts, preprints among them. Reads streams, writes nothing.
@NullMarked
package org.plumbline.ingest.europepmc;

import org.jspecify.annotations.NullMarked;
