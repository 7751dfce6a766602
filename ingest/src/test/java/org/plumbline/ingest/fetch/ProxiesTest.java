package org.plumbline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "https_proxy", "http://someone:secret@proxy.example.org:3128",
            "HTTP_PROXY", "http://plain.example.org",
            "NO_PROXY", "localhost, .inside.example.org,mirror.example.org");

    @Test
    void asksAsTheEnvironmentSays() {
        assertThat(proxy("", "https://api.example.org/")).isEqualTo("proxy.example.org:3128");
        assertThat(proxy("", "http://api.example.org/")).isEqualTo("plain.example.org:80");
    }

    @Test
    void asksExceptedHostsAndThisMachineDirectly() {
        assertThat(proxy("", "https://a.inside.example.org/")).isEqualTo("direct");
        assertThat(proxy("", "https://mirror.example.org/")).isEqualTo("direct");
        assertThat(proxy("", "http://127.0.0.1:8080/")).isEqualTo("direct");
        assertThat(proxy("http://set.example.org:1", "http://localhost/")).isEqualTo("direct");
    }

    @Test
    void theSettingsGoBeforeTheEnvironment() {
        assertThat(proxy("http://set.example.org:8080", "https://api.example.org/"))
                .isEqualTo("set.example.org:8080");
    }

    private static String proxy(String configured, String address) {
        Proxy proxy =
                new Proxies(configured, ENVIRONMENT).select(URI.create(address)).getFirst();
        return proxy.address() instanceof InetSocketAddress at ? at.getHostString() + ":" + at.getPort() : "direct";
    }
}
