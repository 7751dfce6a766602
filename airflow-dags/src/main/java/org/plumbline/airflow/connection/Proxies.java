package org.plumbline.airflow.connection;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/// Goes through the proxy that the server's description names, with its user and password where it wants them.
final class Proxies {

    private static final String HEADER = "Proxy-Authorization";

    private Proxies() {}

    static void apply(AirflowServer server, OkHttpClient.Builder builder) {
        URI proxy = server.proxy();
        if (proxy == null) {
            return;
        }
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        builder.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port)));
        String user = proxy.getUserInfo();
        if (user == null) {
            return;
        }
        int colon = user.indexOf(':');
        String credentials = colon < 0
                ? Credentials.basic(user, "")
                : Credentials.basic(user.substring(0, colon), user.substring(colon + 1));
        builder.proxyAuthenticator((route, response) -> response.request().header(HEADER) == null
                ? response.request().newBuilder().header(HEADER, credentials).build()
                : null);
    }
}
