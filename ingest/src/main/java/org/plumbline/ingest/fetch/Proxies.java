package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.Credentials;

/// Through which proxy an address is asked: the settings' for all but this machine, else as the environment says
/// (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, in capitals or not).
final class Proxies extends ProxySelector {

    private final String configured;
    private final Map<String, String> environment;

    Proxies(String configured, Map<String, String> environment) {
        this.configured = configured;
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI address) {
        return findProxy(address)
                .map(proxy ->
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy))))
                .map(List::of)
                .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException fault) {
        // The call fails with the same fault and is tried again.
    }

    /// Tells a proxy of the environment its name and password; once.
    Authenticator authenticator() {
        return (route, response) -> {
            if (response.request().header("Proxy-Authorization") != null) {
                return null;
            }
            return findProxy(response.request().url().uri())
                    .flatMap(proxy -> Optional.ofNullable(proxy.getUserInfo()))
                    .map(Proxies::credentials)
                    .map(said -> response.request()
                            .newBuilder()
                            .header("Proxy-Authorization", said)
                            .build())
                    .orElse(null);
        };
    }

    private Optional<URI> findProxy(URI address) {
        String host = Optional.ofNullable(address.getHost()).orElse("");
        if (Addresses.isThisMachine(host) || isExcepted(host)) {
            return Optional.empty();
        }
        if (!configured.isEmpty()) {
            return Optional.of(URI.create(configured));
        }
        String own = "https".equals(address.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
        return Stream.of(own, "ALL_PROXY")
                .map(this::variable)
                .filter(said -> said.matches("http://[^\\s/]+/?"))
                .findFirst()
                .map(URI::create)
                .filter(proxy -> proxy.getHost() != null);
    }

    private boolean isExcepted(String host) {
        return Arrays.stream(variable("NO_PROXY").split(","))
                .map(String::strip)
                .filter(named -> !named.isEmpty())
                .map(named -> named.startsWith("*.") ? named.substring(1) : named)
                .anyMatch(named -> named.equals("*")
                        || host.equals(named)
                        || host.endsWith(named.startsWith(".") ? named : "." + named));
    }

    private String variable(String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .map(environment::get)
                .filter(said -> said != null && !said.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private static int port(URI proxy) {
        return proxy.getPort() < 0 ? 80 : proxy.getPort();
    }

    private static String credentials(String userInfo) {
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? Credentials.basic(userInfo, "")
                : Credentials.basic(userInfo.substring(0, colon), userInfo.substring(colon + 1));
    }
}
