/// The MeSH vocabulary: which headings stand below which, and what else they are called. Reads NLM's descriptor file
/// or two tables; writes and reads `<home>/vocabulary/mesh.tsv`.
@NullMarked
package org.plumbline.index.mesh;

import org.jspecify.annotations.NullMarked;
