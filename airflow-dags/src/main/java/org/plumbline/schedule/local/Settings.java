package org.plumbline.schedule.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The environment in which Airflow's processes run: all settings that differ from Airflow's own, and nothing of
/// the caller's Airflow or Python but connections and variables (`AIRFLOW_CONN_…`, `AIRFLOW_VAR_…`).
final class Settings {

    /// Heavy tasks are JVMs of some gigabytes.
    private static final int TASKS_AT_ONCE = 4;

    private Settings() {}

    /// What is set for Airflow, the same as long as nothing changes.
    static Map<String, String> of(
            AirflowFolder folder,
            Chosen chosen,
            Credentials credentials,
            Secrets secrets,
            Database database,
            Path dags) {
        Map<String, String> set = new TreeMap<>();
        URI url = URI.create(credentials.url());
        set.put("AIRFLOW_HOME", folder.path().toString());
        set.put("AIRFLOW__CORE__DAGS_FOLDER", dags.toString());
        set.put("AIRFLOW__CORE__LOAD_EXAMPLES", "False");
        set.put(
                "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION",
                chosen.firstState() == Wishes.FirstState.PAUSED ? "True" : "False");
        set.put("AIRFLOW__CORE__EXECUTOR", "LocalExecutor");
        set.put("AIRFLOW__CORE__PARALLELISM", Integer.toString(TASKS_AT_ONCE));
        set.put("AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS", credentials.roles());
        set.put(
                "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE",
                folder.passwords().toString());
        set.put("AIRFLOW__CORE__FERNET_KEY", secrets.fernetKey());
        set.put(
                "AIRFLOW__CORE__EXECUTION_API_SERVER_URL",
                url.resolve("/execution/").toString());
        set.put("AIRFLOW__API__HOST", url.getHost());
        set.put("AIRFLOW__API__PORT", Integer.toString(url.getPort()));
        set.put("AIRFLOW__API__BASE_URL", url.toString());
        set.put("AIRFLOW__API__WORKERS", "1");
        set.put("AIRFLOW__API__SECRET_KEY", secrets.sessionKey());
        set.put("AIRFLOW__API_AUTH__JWT_SECRET", secrets.jwtKey());
        set.put("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", database.address());
        set.put("AIRFLOW__LOGGING__BASE_LOG_FOLDER", folder.logs().toString());
        set.put(
                "AIRFLOW__LOGGING__DAG_PROCESSOR_CHILD_PROCESS_LOG_DIRECTORY",
                folder.logs().resolve("dag_processor").toString());
        set.putAll(quickToNotice());
        set.putAll(patientTasks());
        set.putAll(silentToTheWorld());
        return set;
    }

    /// New DAG files, dead parts and tasks whose scheduler died are noticed in seconds, not minutes.
    private static Map<String, String> quickToNotice() {
        return Map.of(
                "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL", "5",
                "AIRFLOW__SCHEDULER__SCHEDULER_HEARTBEAT_SEC", "3",
                "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD", "10",
                "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL", "15");
    }

    /// A task outlives an API server that is busy, or is started again, for a minute.
    private static Map<String, String> patientTasks() {
        return Map.of(
                "AIRFLOW__WORKERS__EXECUTION_API_TIMEOUT", "30",
                "AIRFLOW__WORKERS__MAX_FAILED_HEARTBEATS", "12");
    }

    private static Map<String, String> silentToTheWorld() {
        return Map.of(
                "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED", "False",
                "SCARF_ANALYTICS", "false",
                "DO_NOT_TRACK", "1");
    }

    /// All of the environment: the caller's without Airflow's and Python's settings, then these.
    static Map<String, String> whole(Map<String, String> caller, Map<String, String> set, Path programs) {
        Map<String, String> all = new HashMap<>(caller);
        all.keySet().removeIf(Settings::wouldInterfere);
        all.putAll(set);
        // setproctitle, which Airflow uses, would write over the place where the mark stands.
        all.put("SPT_NOENV", "1");
        all.put("PATH", programs + ":" + caller.getOrDefault("PATH", "/usr/bin:/bin"));
        String loopback = "127.0.0.1,localhost";
        for (String name : new String[] {"NO_PROXY", "no_proxy"}) {
            String before = Optional.ofNullable(caller.get(name)).orElse("");
            all.put(name, before.isBlank() ? loopback : before + "," + loopback);
        }
        return all;
    }

    private static boolean wouldInterfere(String name) {
        boolean ofAirflow =
                name.startsWith("AIRFLOW_") && !name.startsWith("AIRFLOW_CONN_") && !name.startsWith("AIRFLOW_VAR_");
        return ofAirflow
                || name.equals(Database.PASSWORD)
                || name.startsWith("_AIRFLOW_")
                || name.equals("PYTHONPATH")
                || name.equals("PYTHONHOME")
                || name.equals("VIRTUAL_ENV");
    }
}
