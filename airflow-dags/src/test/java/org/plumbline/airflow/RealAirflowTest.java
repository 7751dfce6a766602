package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.airflow.Answers.refusal;
import static org.plumbline.airflow.RealAirflow.id;
import static org.plumbline.airflow.RealAirflow.until;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Asset;
import org.plumbline.airflow.model.AssetEvent;
import org.plumbline.airflow.model.AssetEventQuery;
import org.plumbline.airflow.model.Backfill;
import org.plumbline.airflow.model.BackfillOrder;
import org.plumbline.airflow.model.BackfillRun;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.DagDetails;
import org.plumbline.airflow.model.DagQuery;
import org.plumbline.airflow.model.Pool;
import org.plumbline.airflow.model.PoolOrder;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunQuery;
import org.plumbline.airflow.model.RunState;

/// What the client reads of a real Airflow and sets up in it: DAGs, pools, assets, backfills.
class RealAirflowTest {

    @AutoClose
    private static RealAirflow real;

    private static Airflow airflow;

    @BeforeAll
    static void start() {
        real = RealAirflow.shared();
        airflow = real.client();
    }

    @Test
    void knowsVersionHealthAndDags() {
        assertThat(airflow.version().orElseThrow().version()).matches("3\\.\\d+\\.\\d+");
        assertThat(airflow.health().orElseThrow().isReady()).isTrue();
        List<Dag> dags =
                airflow.dags().list(DagQuery.tagged("client")).orElseThrow().toList();
        assertThat(dags)
                .extracting(Dag::dagId)
                .contains("client_daily", "client_quick")
                .isSorted();
        assertThat(airflow.dags().list(DagQuery.like("client_qui")).orElseThrow())
                .extracting(Dag::dagId)
                .containsExactly("client_quick");
        Dag daily = airflow.dags().one("client_daily").orElseThrow();
        assertThat(daily.nextRunAfter()).isAfter(Instant.now());
    }

    @Test
    void readsADagsDocumentationAndParams() {
        DagDetails details = airflow.dags().details("client_quick").orElseThrow();
        assertThat(details.docMd()).contains("Ends at once.");
        assertThat(details.params().at("/count/schema/maximum").asInt()).isEqualTo(9);
    }

    @Test
    void pausesAndUnpauses() {
        assertThat(airflow.dags().pause("client_daily").orElseThrow().isPaused())
                .isTrue();
        assertThat(airflow.dags().unpause("client_daily").orElseThrow().isPaused())
                .isFalse();
        assertThat(airflow.dags().unpause("client_daily").orElseThrow().isPaused())
                .isFalse();
    }

    @Test
    void runsThePastOfADag() {
        List<BackfillRun> planned =
                airflow.backfills().dryRun(days("client_daily", 3)).orElseThrow();
        assertThat(planned).extracting(BackfillRun::logicalDate).hasSize(3).doesNotContainNull();
        Backfill backfill = airflow.backfills().create(days("client_daily", 3)).orElseThrow();
        assertThat(airflow.backfills().list("client_daily").orElseThrow())
                .extracting(Backfill::id)
                .contains(backfill.id());
        until(() -> airflow.backfills().one(backfill.id()).orElseThrow().completedAt() != null);
        assertThat(airflow.runs()
                        .list(RunQuery.of("client_daily").withRunType("backfill"))
                        .orElseThrow())
                .hasSize(3)
                .allSatisfy(run -> assertThat(run.state().kind()).isEqualTo(RunState.Kind.SUCCESS));
        assertThat(airflow.backfills().cancel(backfill.id()).orElseThrow().completedAt())
                .isNotNull();
    }

    @Test
    void cancelsABackfill() {
        Backfill backfill =
                airflow.backfills().create(days("client_daily_paused", 20)).orElseThrow();
        assertThat(refusal(airflow.backfills().create(days("client_daily_paused", 2))))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(airflow.backfills().cancel(backfill.id()).orElseThrow().completedAt())
                .isNotNull();
    }

    private static BackfillOrder days(String dagId, int count) {
        Instant first = Instant.parse("2026-02-01T00:00:00Z");
        return BackfillOrder.of(dagId, first, first.plus(Duration.ofDays(count - 1)));
    }

    @Test
    void seesWhatAnAssetStarts() {
        Run run = real.trigger("client_maker", Map.of());
        assertThat(real.end(run.key()).state().kind()).isEqualTo(RunState.Kind.SUCCESS);
        Asset asset =
                airflow.assets().like("client_made").orElseThrow().findFirst().orElseThrow();
        assertThat(asset.scheduledDags()).extracting(Asset.DagName::dagId).containsExactly("client_taker");
        until(() -> events(run).stream().anyMatch(event -> !event.createdRuns().isEmpty()));
        AssetEvent event = events(run).getFirst();
        assertThat(event.assetId()).isEqualTo(asset.id());
        assertThat(event.extra().path("rows").asInt()).isEqualTo(7);
        AssetEvent.CreatedRun created = event.createdRuns().getFirst();
        assertThat(created.dagId()).isEqualTo("client_taker");
        assertThat(real.end(new RunKey(created.dagId(), created.runId())).runType())
                .isEqualTo("asset_triggered");
    }

    /// None while Airflow cannot say: it fails as long as a run that the event created has no start.
    private static List<AssetEvent> events(Run run) {
        return airflow.assets().events(AssetEventQuery.madeBy(run.key()))
                        instanceof Value<Stream<AssetEvent>>(var events)
                ? events.toList()
                : List.of();
    }

    @Test
    void makesAPoolOnce() {
        String name = id("pool");
        assertThat(airflow.pools()
                        .createIfAbsent(new PoolOrder(name, 2, "two"))
                        .orElseThrow()
                        .openSlots())
                .isEqualTo(2);
        assertThat(airflow.pools()
                        .createIfAbsent(new PoolOrder(name, 5, "five"))
                        .orElseThrow()
                        .slots())
                .isEqualTo(2);
        assertThat(airflow.pools().list().orElseThrow()).extracting(Pool::name).contains("default_pool", name);
    }
}
