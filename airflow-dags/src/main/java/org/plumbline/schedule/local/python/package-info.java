/// Finds a Python on this machine and makes the virtual environment that a local Airflow runs in. Reads the lock
/// file; writes the environment's folder, a lock and a log beside it; fetches packages through pip.
@NullMarked
package org.plumbline.schedule.local.python;

import org.jspecify.annotations.NullMarked;
