package org.plumbline.airflow.connection;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Which Airflow, and how it is reached.
///
/// @param url its address as in a browser, without `/api/v2`, such as `https://airflow.example.org/team`
/// @param caFile PEM with the authorities that are trusted beside the Java runtime's; null for those alone
/// @param proxy `http://[USER:PASSWORD@]HOST:PORT`; null for what the Java runtime's properties say
public record AirflowServer(
        URI url,
        Login login,
        @Nullable Path caFile,
        @Nullable URI proxy,
        Bounds bounds) {

    public AirflowServer {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getRawQuery() != null) {
            throw new IllegalArgumentException("an Airflow's address is http(s)://HOST[:PORT][/PATH], without user "
                    + "or query: mend the one given");
        }
        if (proxy != null && (!"http".equals(proxy.getScheme()) || proxy.getHost() == null)) {
            throw new IllegalArgumentException("a proxy is http://[USER:PASSWORD@]HOST:PORT: mend the one given");
        }
    }

    /// With the usual bounds, the Java runtime's trusted authorities and its proxy.
    public static AirflowServer at(URI url, Login login) {
        return new AirflowServer(url, login, null, null, Bounds.usual());
    }

    public AirflowServer withCaFile(Path given) {
        return new AirflowServer(url, login, given, proxy, bounds);
    }

    public AirflowServer withProxy(URI given) {
        return new AirflowServer(url, login, caFile, given, bounds);
    }

    public AirflowServer withBounds(Bounds given) {
        return new AirflowServer(url, login, caFile, proxy, given);
    }

    /// The address alone.
    @Override
    public String toString() {
        return url.toString();
    }
}
