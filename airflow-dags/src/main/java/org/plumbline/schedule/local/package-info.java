/// The local Airflow of a home: four processes on loopback that `schedule up` starts and `schedule down` ends.
/// Reads the DAG files and the lock file of the project or the archive; keeps all of its own in `<home>/airflow/`,
/// for its owner only: credentials, secrets, what was chosen, logs, the processes and the database.
@NullMarked
package org.plumbline.schedule.local;

import org.jspecify.annotations.NullMarked;
