package org.plumbline.ingest.spark;

import java.io.Serializable;
import org.plumbline.ingest.text.RecordReader;

/// Makes a source's reader where the reading is done: `PubmedReader::new`.
@FunctionalInterface
public interface Readers extends Serializable {

    RecordReader open();
}
