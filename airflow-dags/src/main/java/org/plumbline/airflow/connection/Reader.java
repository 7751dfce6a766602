package org.plumbline.airflow.connection;

import java.io.IOException;
import java.io.InputStream;

/// Reads an answer's body while it comes.
@FunctionalInterface
public interface Reader<T> {

    /// May be called again with a body from its start, where the connection broke.
    ///
    /// @param mediaType without its parameters, such as `application/json`; empty where the server names none
    T read(InputStream body, String mediaType) throws IOException;
}
