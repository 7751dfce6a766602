package org.plumbline.ingest.document;

import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.Quarantined.Reason;

/// Refuses a whole document.
final class Refusals {

    private Refusals() {}

    static Delivery.Refused of(InputFile file, Reason reason, String message) {
        return new Delivery.Refused(Quarantined.of(Source.DOCUMENT, file.name(), "", reason, message));
    }
}
