/// What is looked for: the parts of the question as concepts, the sub-questions, and their queries with exact
/// counts. Reads the request and a snapshot; makes `plan.json`.
@NullMarked
package org.plumbline.research.plan;

import org.jspecify.annotations.NullMarked;
