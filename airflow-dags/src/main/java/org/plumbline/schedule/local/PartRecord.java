package org.plumbline.schedule.local;

import java.util.Optional;
import org.plumbline.schedule.local.process.Known;

/// Which process a part of the local Airflow is, as its file says.
///
/// @param settings digest of the settings and programs with which it was started
record PartRecord(Known process, String settings) {

    /// The part's record, where it was ever started.
    static Optional<PartRecord> find(AirflowFolder folder, Part part) {
        return PrivateFile.read(folder.process(part), PartRecord.class);
    }
}
