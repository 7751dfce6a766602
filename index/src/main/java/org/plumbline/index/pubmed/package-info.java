/// PubMed's query language and strategies written in it, as NLM's help describes them: reads text, makes expressions
/// of it and prints them again. Finds nothing itself and knows nothing of an index.
@NullMarked
package org.plumbline.index.pubmed;

import org.jspecify.annotations.NullMarked;
