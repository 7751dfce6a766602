/// The words of Airflow's REST interface as records: what is asked, what comes back, and the answer that is either a
/// value or a refusal. Reads and writes nothing. Fields that this client does not know are left out; a state that it
/// does not know keeps its text.
@NullMarked
package org.plumbline.airflow.model;

import org.jspecify.annotations.NullMarked;
