package org.plumbline.airflow.connection;

import java.io.IOException;

/// An answer goes past the bound.
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long mostBytes) {
        super("an answer of more than " + mostBytes + " bytes, which is the bound");
    }
}
