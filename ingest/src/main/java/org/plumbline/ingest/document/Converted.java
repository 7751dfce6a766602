package org.plumbline.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.GuardedXml;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlBounds;

/// Makes a record of the XHTML that a child wrote of a document.
final class Converted {

    /// The child's own bounds are narrower.
    private static final XmlBounds BOUNDS = new XmlBounds(32 << 20, 256L << 20, 200);

    private Converted() {}

    /// The record, or why there is none.
    static Delivery read(Path xhtml, InputFile file) {
        try (InputStream in = Files.newInputStream(xhtml)) {
            return read(in, file);
        } catch (IOException e) {
            return Refusals.of(
                    file,
                    Reason.UNREADABLE,
                    "what was made of it cannot be read (" + e.getMessage() + "); take it again");
        }
    }

    private static Delivery read(InputStream in, InputFile file) {
        try {
            return deliver(in, file);
        } catch (RefusedXmlException e) {
            return e.delivery(Source.DOCUMENT, file);
        } catch (RuntimeException e) {
            // The one boundary per record: a fault of ours costs this document, not the batch.
            return new Delivery.Refused(Quarantined.ofFault(Source.DOCUMENT, file.name(), "", "document", "", e));
        }
    }

    private static Delivery deliver(InputStream in, InputFile file) throws RefusedXmlException {
        Extract read = Extract.read(GuardedXml.open(in, BOUNDS));
        String refused = read.first("refused");
        if (!refused.isEmpty()) {
            return Refusals.of(file, Reason.valueOf(refused), read.first("message"));
        }
        if (!read.first("pages").isEmpty()) {
            return new PdfPages(read).deliver(file);
        }
        return new MarkedUp(read).deliver(file);
    }
}
