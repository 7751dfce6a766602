package org.plumbline.ingest.text;

import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Quarantined.Reason;

/// XML that cannot be taken: thrown by [XmlCursor], caught by the reader that drives it, which delivers it as
/// [Delivery.Refused].
public final class RefusedXmlException extends Exception {

    private static final long serialVersionUID = 1L;

    /// How much of the file is lost.
    public enum Reach {
        /// This record; the cursor can go on to the next.
        RECORD,
        /// Everything from here on.
        FILE
    }

    private final Reason reason;
    private final Reach reach;
    private final String place;

    public RefusedXmlException(Reason reason, Reach reach, String place, String message) {
        super(message);
        this.reason = reason;
        this.reach = reach;
        this.place = place;
    }

    public Reason reason() {
        return reason;
    }

    public Reach reach() {
        return reach;
    }

    /// Where in the file, such as "line 12, column 3"; empty for the whole file.
    public String place() {
        return place;
    }

    /// This refusal as a delivery.
    public Delivery.Refused delivery(Source source, InputFile file) {
        return new Delivery.Refused(Quarantined.of(source, file.name(), place, reason, message()));
    }

    private String message() {
        String message = getMessage();
        return message == null ? reason.code() : message;
    }
}
