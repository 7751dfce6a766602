package org.plumbline.ingest.document.jail;

import org.plumbline.ingest.text.Quarantined.Reason;

/// How a document came out of the child.
public sealed interface Outcome {

    /// Its XHTML was written to the file that was named.
    record Converted() implements Outcome {}

    /// There is nothing of it.
    ///
    /// @param message one line: what is wrong and what to do
    record Refused(Reason reason, String message) implements Outcome {}
}
