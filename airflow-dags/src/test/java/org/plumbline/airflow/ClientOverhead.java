package org.plumbline.airflow;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Login;
import org.plumbline.airflow.connection.Secret;
import org.plumbline.airflow.model.RunKey;

/// What a call costs beside the server's work: the client against bare OkHttp that reads the same bytes, in turns, on
/// one connection each. Without arguments the server is one on loopback that answers at once.
final class ClientOverhead {

    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 3_000;
    private static final String RUN = """
            {"dag_run_id":"r","dag_id":"d","logical_date":null,"queued_at":"2026-11-23T08:00:00.289698Z",
             "start_date":"2026-11-23T08:00:00.800000Z","end_date":null,"duration":null,"data_interval_start":null,
             "data_interval_end":null,"run_after":"2026-11-23T08:00:00.210824Z","last_scheduling_decision":null,
             "run_type":"manual","state":"running","triggered_by":"rest_api","triggering_user_name":"svc",
             "conf":{"request":"01J9ZK3W0X"},"note":null,"dag_versions":[],"bundle_version":null,
             "dag_display_name":"d","partition_key":null}""";

    private ClientOverhead() {}

    /// Prints a line for each of the two.
    ///
    /// @param arguments none, or address, token, DAG and run of a real Airflow
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            RunKey key = new RunKey(arguments[2], arguments[3]);
            measure(URI.create(arguments[0]), arguments[1], key, WARM_UP / 30, MEASURED / 10);
            return;
        }
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = RUN.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        measure(url, "token", new RunKey("d", "r"), WARM_UP, MEASURED);
        server.stop(0);
    }

    private static void measure(URI url, String token, RunKey key, int warmUp, int measured) throws IOException {
        OkHttpClient bare = new OkHttpClient();
        Request request = new Request.Builder()
                .url(url + "/api/v2/dags/" + key.dagId() + "/dagRuns/" + key.runId())
                .header("Authorization", "Bearer " + token)
                .build();
        long[] ours = new long[measured];
        long[] theirs = new long[measured];
        try (Airflow airflow = Airflow.at(AirflowServer.at(url, new Login.Bearer(Secret.of(token))))) {
            for (int i = -warmUp; i < measured; i++) {
                long start = System.nanoTime();
                try (Response response = bare.newCall(request).execute()) {
                    response.body().bytes();
                }
                long middle = System.nanoTime();
                airflow.runs().one(key).orElseThrow();
                long end = System.nanoTime();
                if (i >= 0) {
                    theirs[i] = middle - start;
                    ours[i] = end - middle;
                }
            }
        }
        bare.dispatcher().executorService().shutdown();
        bare.connectionPool().evictAll();
        print("bare OkHttp", theirs);
        print("client", ours);
    }

    private static void print(String name, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: n %d, median %.0f us, 95th percentile %.0f us%n",
                name,
                nanos.length,
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 95 / 100] / 1e3);
    }
}
