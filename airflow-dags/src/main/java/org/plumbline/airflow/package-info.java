/// A client for Apache Airflow 3's REST interface: triggers runs once by their id, waits for them, reads their logs
/// and results, cancels and repeats them. Reads and writes Airflow only; needs OkHttp and Jackson, and nothing else
/// of this project. Start at [org.plumbline.airflow.Airflow].
@NullMarked
package org.plumbline.airflow;

import org.jspecify.annotations.NullMarked;
