package org.plumbline.schedule.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.Airflow;

class LocalAirflowTest {

    @Test
    void startsInAnEmptyHome() {
        RunningAirflow running = RunningAirflow.shared();
        assertThat(running.local().living().keySet()).containsExactly(Part.values());
        try (Airflow airflow = Airflow.at(running.server())) {
            assertThat(airflow.health().orElseThrow().isReady()).isTrue();
        }
    }

    @Test
    void startsNothingWhereAllRuns() {
        Map<Part, Long> before = RunningAirflow.shared().local().living();
        RunningAirflow.shared().mend();
        assertThat(RunningAirflow.shared().local().living()).isEqualTo(before);
    }
}
