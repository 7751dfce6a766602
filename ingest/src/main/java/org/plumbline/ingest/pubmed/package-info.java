/// Reads NLM's citation XML (https://dtd.nlm.nih.gov/ncbi/pubmed/) as a stream, record by record; writes nothing.
/// [org.plumbline.ingest.pubmed.PubmedReader] walks through a file, CitationParser and those it calls fill a
/// CitationDraft, the draft makes the record and its text.
@NullMarked
package org.plumbline.ingest.pubmed;

import org.jspecify.annotations.NullMarked;
