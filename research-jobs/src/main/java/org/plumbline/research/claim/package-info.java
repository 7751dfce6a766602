/// What may be said: makes claims of the chosen sentences by reading them again out of their texts, and judges
/// each. Makes `sources.jsonl`, `claims.jsonl` and `verdicts.jsonl`.
@NullMarked
package org.plumbline.research.claim;

import org.jspecify.annotations.NullMarked;
