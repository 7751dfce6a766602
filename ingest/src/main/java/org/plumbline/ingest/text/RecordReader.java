package org.plumbline.ingest.text;

import java.io.InputStream;
import java.util.function.Consumer;

/// Reads one file of a source as a stream. Stateless: one reader serves many threads.
public interface RecordReader {

    /// Hands over what the file holds, in file order, without keeping more than one record in memory. Content that
    /// is wrong becomes [Delivery.Refused]; nothing is thrown for it.
    ///
    /// @param in the file's bytes as stored, gzipped or not (told by the first two bytes); the caller closes it
    void read(InputStream in, InputFile file, Consumer<Delivery> out);
}
