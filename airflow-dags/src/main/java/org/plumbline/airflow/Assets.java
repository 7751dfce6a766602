package org.plumbline.airflow;

import java.util.stream.Stream;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Operation;
import org.plumbline.airflow.connection.Question;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Asset;
import org.plumbline.airflow.model.AssetEvent;
import org.plumbline.airflow.model.AssetEventQuery;

/// What tasks make and DAGs wait for.
public final class Assets {

    private final Exchange exchange;

    Assets(Exchange exchange) {
        this.exchange = exchange;
    }

    /// All of them, in the order in which they became known; pages as in [Runs#list].
    public Answer<Stream<Asset>> list() {
        return exchange.askPages(Question.of(Operation.ASSETS).with("order_by", "id"), Asset.class, Asset::id);
    }

    /// Those with this in their names, in any case; pages as in [Runs#list].
    public Answer<Stream<Asset>> like(String namePattern) {
        return exchange.askPages(
                Question.of(Operation.ASSETS).with("order_by", "id").with("name_pattern", namePattern),
                Asset.class,
                Asset::id);
    }

    /// Newest first; pages as in [Runs#list].
    public Answer<Stream<AssetEvent>> events(AssetEventQuery query) {
        Question question = Question.of(Operation.ASSET_EVENTS)
                .with("order_by", "-timestamp")
                .with("asset_id", query.assetId())
                .with("source_dag_id", query.sourceDagId())
                .with("source_run_id", query.sourceRunId());
        return exchange.askPages(question, AssetEvent.class, AssetEvent::id);
    }
}
