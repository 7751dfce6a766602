/// `plumbline schedule …`: when does each thing run? Starts and ends a local Airflow, and asks any Airflow how its
/// DAGs do. Reads the section `airflow:` of `<home>/plumbline.yaml` and the credentials of the home's local
/// Airflow; writes nothing but through Airflow and [org.plumbline.schedule.local].
@NullMarked
package org.plumbline.schedule;

import org.jspecify.annotations.NullMarked;
