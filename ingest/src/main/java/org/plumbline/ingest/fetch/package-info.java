/// How anything comes from the net: one policy for all sources. Waits for the host's rate, tries again what may
/// succeed, resumes what was cut, checks before a file gets its name, remembers what was fetched.
///
/// Reads `fetch:` of `plumbline.yaml`, writes into the folders that it is given and the ledger under
/// `<home>/fetched`. OkHttp appears in this package only.
@NullMarked
package org.plumbline.ingest.fetch;

import org.jspecify.annotations.NullMarked;
