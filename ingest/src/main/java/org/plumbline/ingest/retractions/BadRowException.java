package org.plumbline.ingest.retractions;

/// A row that cannot be taken; the message is the one line for quarantine.
final class BadRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRowException(String message) {
        super(message);
    }
}
