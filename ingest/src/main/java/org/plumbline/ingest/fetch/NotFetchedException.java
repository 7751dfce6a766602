package org.plumbline.ingest.fetch;

/// Something could not be had from its source, after all that the policy allows was tried. The message is one line:
/// the address without its query, what happened, what to do.
public final class NotFetchedException extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why, as far as it matters to what is done next.
    public enum Reason {
        /// The source says that there is no such thing (404, 410).
        GONE,
        /// The source will not give it (another 4xx).
        REFUSED,
        /// The source could not be reached, or failed each time.
        UNREACHABLE,
        /// What came has not the checksum or size that its source says.
        WRONG_CHECKSUM,
        /// Larger than is taken from this source.
        TOO_LARGE,
        /// Leads to where nothing is fetched from, such as from https to http.
        UNSAFE
    }

    private final Reason reason;

    public NotFetchedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public NotFetchedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
