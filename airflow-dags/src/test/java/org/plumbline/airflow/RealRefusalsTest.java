package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.Answers.refusal;
import static org.plumbline.airflow.RealAirflow.id;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.AssetEventQuery;
import org.plumbline.airflow.model.BackfillOrder;
import org.plumbline.airflow.model.PoolOrder;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Refusal.Invalid;
import org.plumbline.airflow.model.RunOrder;

/// What a real Airflow refuses, and how the client says so.
class RealRefusalsTest {

    private static final Instant DAY = Instant.parse("2026-02-01T00:00:00Z");

    @AutoClose
    private static RealAirflow real;

    private static Airflow airflow;

    @BeforeAll
    static void start() {
        real = RealAirflow.shared();
        airflow = real.client();
    }

    @Test
    void isUnauthorisedWithAWrongPassword() {
        try (Airflow wrong = real.as("plumbline", "wrong")) {
            assertThat(refusal(wrong.dags().one("client_quick")))
                    .isEqualTo(new Refusal.Unauthorised("Invalid credentials"));
        }
    }

    @Test
    void letsAViewerLookOnly() {
        try (Airflow viewer = real.as("viewer", real.password("viewer"))) {
            assertThat(viewer.dags().one("client_quick")).isInstanceOf(Value.class);
            assertThat(viewer.pools().list()).isInstanceOf(Value.class);
            assertThat(viewer.dags().importErrors()).isInstanceOf(Value.class);
            assertThat(viewer.backfills().list("client_daily")).isInstanceOf(Value.class);
            assertThat(viewer.assets().events(AssetEventQuery.all())).isInstanceOf(Value.class);
            for (Answer<?> answer : List.of(
                    viewer.runs().trigger(RunOrder.of("client_quick", id("viewer"))),
                    viewer.dags().pause("client_quick"),
                    viewer.pools().createIfAbsent(new PoolOrder("viewers", 1, "")),
                    viewer.backfills().create(BackfillOrder.of("client_daily", DAY, DAY)))) {
                assertThat(refusal(answer)).isEqualTo(new Refusal.Forbidden("Forbidden"));
            }
        }
    }

    @Test
    void saysWhatIsWrongWithAParam() {
        RunOrder order = RunOrder.of("client_quick", id("wrong")).withConf(Map.of("count", 77));
        assertThat(refusal(airflow.runs().trigger(order)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.said())
                                .contains("count")
                                .contains("77 is greater than the maximum of 9"));
        assertThat(refusal(airflow.runs().one(order.run()))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void saysThatADagIsNotThere() {
        assertThat(refusal(airflow.runs().trigger(RunOrder.of("client_none", "r"))))
                .isInstanceOfSatisfying(
                        Refusal.NotFound.class, none -> assertThat(none.said()).contains("client_none"));
    }
}
