package org.plumbline.airflow.connection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.model.Asset;
import org.plumbline.airflow.model.AssetEvent;
import org.plumbline.airflow.model.Backfill;
import org.plumbline.airflow.model.BackfillRun;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.DagDetails;
import org.plumbline.airflow.model.DagStats;
import org.plumbline.airflow.model.Health;
import org.plumbline.airflow.model.ImportError;
import org.plumbline.airflow.model.LogLine;
import org.plumbline.airflow.model.Pool;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.ServerVersion;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.airflow.model.Xcom;

/// Everything that this client asks of Airflow's REST interface: method, path, query keys, body, answer. The requests
/// are built from these rows, and the contract test holds the same rows against Airflow's own OpenAPI file.
public enum Operation {
    TOKEN(Method.POST, "/auth/token", Repeat.READS, "", Body.Credentials.class, Tokens.Token.class, null),
    VERSION(Method.GET, "/api/v2/version", Repeat.READS, "", null, ServerVersion.class, null),
    HEALTH(Method.GET, "/api/v2/monitor/health", Repeat.READS, "", null, Health.class, null),

    DAGS(
            Method.GET,
            "/api/v2/dags",
            Repeat.READS,
            "limit offset order_by dag_id_pattern tags",
            null,
            Dag.class,
            "dags"),
    DAG(Method.GET, "/api/v2/dags/{dag_id}", Repeat.READS, "", null, Dag.class, null),
    DAG_DETAILS(Method.GET, "/api/v2/dags/{dag_id}/details", Repeat.READS, "", null, DagDetails.class, null),
    DAG_PAUSE(Method.PATCH, "/api/v2/dags/{dag_id}", Repeat.SAFE, "update_mask", Body.Pause.class, Dag.class, null),
    DAG_STATS(Method.GET, "/api/v2/dagStats", Repeat.READS, "dag_ids", null, DagStats.class, "dags"),
    IMPORT_ERRORS(
            Method.GET,
            "/api/v2/importErrors",
            Repeat.READS,
            "limit offset order_by",
            null,
            ImportError.class,
            "import_errors"),

    TRIGGER(Method.POST, "/api/v2/dags/{dag_id}/dagRuns", Repeat.ONCE, "", Body.Trigger.class, Run.class, null),
    RUN(Method.GET, "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", Repeat.READS, "", null, Run.class, null),
    RUNS(
            Method.GET,
            "/api/v2/dags/{dag_id}/dagRuns",
            Repeat.READS,
            "limit offset order_by state run_type run_after_gte run_after_lte run_id_pattern",
            null,
            Run.class,
            "dag_runs"),
    RUN_CANCEL(
            Method.PATCH,
            "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}",
            Repeat.SAFE,
            "update_mask",
            Body.RunStateSet.class,
            Run.class,
            null),
    RUN_CLEAR(
            Method.POST,
            "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/clear",
            Repeat.ONCE,
            "",
            Body.Clear.class,
            Run.class,
            null),

    TASKS(
            Method.GET,
            "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances",
            Repeat.READS,
            "limit offset order_by",
            null,
            TaskInstance.class,
            "task_instances"),
    LOG(
            Method.GET,
            "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/logs/{try_number}",
            Repeat.READS,
            "map_index full_content token",
            null,
            LogLine.class,
            "content"),
    XCOM(
            Method.GET,
            "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}",
            Repeat.READS,
            "map_index deserialize stringify",
            null,
            Xcom.class,
            null),

    BACKFILLS(
            Method.GET,
            "/api/v2/backfills",
            Repeat.READS,
            "limit offset order_by dag_id",
            null,
            Backfill.class,
            "backfills"),
    BACKFILL(Method.GET, "/api/v2/backfills/{backfill_id}", Repeat.READS, "", null, Backfill.class, null),
    BACKFILL_CREATE(Method.POST, "/api/v2/backfills", Repeat.ONCE, "", Body.BackfillSpan.class, Backfill.class, null),
    BACKFILL_DRY_RUN(
            Method.POST,
            "/api/v2/backfills/dry_run",
            Repeat.READS,
            "",
            Body.BackfillSpan.class,
            BackfillRun.class,
            "backfills"),
    BACKFILL_CANCEL(Method.PUT, "/api/v2/backfills/{backfill_id}/cancel", Repeat.SAFE, "", null, Backfill.class, null),

    ASSETS(
            Method.GET,
            "/api/v2/assets",
            Repeat.READS,
            "limit offset order_by name_pattern",
            null,
            Asset.class,
            "assets"),
    ASSET_EVENTS(
            Method.GET,
            "/api/v2/assets/events",
            Repeat.READS,
            "limit offset order_by asset_id source_dag_id source_run_id",
            null,
            AssetEvent.class,
            "asset_events"),

    POOLS(Method.GET, "/api/v2/pools", Repeat.READS, "limit offset order_by", null, Pool.class, "pools"),
    POOL(Method.GET, "/api/v2/pools/{pool_name}", Repeat.READS, "", null, Pool.class, null),
    POOL_CREATE(Method.POST, "/api/v2/pools", Repeat.ONCE, "", Body.PoolMade.class, Pool.class, null);

    /// HTTP's word.
    public enum Method {
        GET,
        POST,
        PATCH,
        PUT
    }

    /// Whether a question may be put again where its answer was lost.
    public enum Repeat {
        /// It changes nothing.
        READS,
        /// Twice does the same as once.
        SAFE,
        /// Only after a look at what the first did.
        ONCE
    }

    private final Method method;
    private final String path;
    private final Repeat repeat;
    /// With blanks between.
    private final String queryKeys;
    private final @Nullable Class<? extends Body> body;
    private final Class<?> answer;
    private final @Nullable String itemsKey;

    Operation(
            Method method,
            String path,
            Repeat repeat,
            String queryKeys,
            @Nullable Class<? extends Body> body,
            Class<?> answer,
            @Nullable String itemsKey) {
        this.method = method;
        this.path = path;
        this.repeat = repeat;
        this.queryKeys = queryKeys;
        this.body = body;
        this.answer = answer;
        this.itemsKey = itemsKey;
    }

    public Method method() {
        return method;
    }

    /// From the server's address on, with `{names}` as in Airflow's OpenAPI file.
    public String path() {
        return path;
    }

    public Repeat repeat() {
        return repeat;
    }

    public List<String> queryKeys() {
        return queryKeys.isEmpty() ? List.of() : List.of(queryKeys.split(" ", -1));
    }

    public Optional<Class<? extends Body>> findBody() {
        return Optional.ofNullable(body);
    }

    /// The record that its answer, or each item of its answer, is read into.
    public Class<?> answer() {
        return answer;
    }

    /// Where the items are in an answer that is a list.
    public Optional<String> findItemsKey() {
        return Optional.ofNullable(itemsKey);
    }
}
