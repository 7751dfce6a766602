/// Which sentences are evidence: reads the retrieved articles' texts, chooses sentences of results that stand alone
/// and speak of what was asked, and the authors' conclusions. Makes `evidence.jsonl`, and names what was refused
/// and why.
@NullMarked
package org.plumbline.research.select;

import org.jspecify.annotations.NullMarked;
