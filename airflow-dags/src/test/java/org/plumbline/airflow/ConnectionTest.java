package org.plumbline.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.airflow.ScriptedAirflow.json;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.airflow.connection.AirflowServer;
import org.plumbline.airflow.connection.Bounds;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Refusal.Effect;
import org.plumbline.airflow.model.Refusal.Unavailable;

class ConnectionTest {

    private static final String VERSION = "GET /api/v2/version";

    @TempDir
    private Path folder;

    private ScriptedAirflow airflow;

    @BeforeEach
    void open() throws IOException {
        airflow = new ScriptedAirflow();
        airflow.on(VERSION, json("{\"version\": \"3.3.2\"}"));
    }

    @AfterEach
    void close() {
        airflow.close();
    }

    private AirflowServer at(String url) {
        return AirflowServer.at(URI.create(url), airflow.description().login()).withBounds(ScriptedAirflow.bounds(2));
    }

    private Path serveWithACertificateOfOurOwn() throws IOException {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate own = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .build();
        airflow.server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(own, authority.certificate())
                .build()
                .sslSocketFactory());
        return Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
    }

    @Test
    void trustsTheAuthorityOfAFile() throws IOException {
        Path file = serveWithACertificateOfOurOwn();
        try (Airflow client = airflow.client(
                at("https://localhost:" + airflow.server.getPort()).withCaFile(file))) {
            assertThat(client.version().orElseThrow().version()).isEqualTo("3.3.2");
        }
    }

    @Test
    void doesNotTrustAnAuthorityThatNobodyNamed() throws IOException {
        serveWithACertificateOfOurOwn();
        try (Airflow client = airflow.client(at("https://localhost:" + airflow.server.getPort()))) {
            assertThat(client.version())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().said())
                                    .endsWith("; is its certificate's authority trusted?"));
        }
        assertThat(airflow.timing.pauses).isEmpty();
    }

    @Test
    void saysThatAFileHoldsNoCertificate() throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), "nothing");
        AirflowServer server = at("https://localhost:1").withCaFile(file);
        assertThatThrownBy(() -> airflow.client(server))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": no certificates in PEM can be read");
    }

    @Test
    void goesThroughAProxyWithItsPassword() throws IOException {
        MockResponse password = new MockResponse.Builder()
                .code(407)
                .setHeader("Proxy-Authenticate", "Basic realm=x")
                .build();
        try (ScriptedAirflow proxy = new ScriptedAirflow()) {
            proxy.on(VERSION, password, json("{\"version\": \"3.9.9\"}"));
            URI address = URI.create("http://me:secret@127.0.0.1:" + proxy.server.getPort());
            try (Airflow client =
                    airflow.client(at("http://airflow.example.org").withProxy(address))) {
                assertThat(client.version().orElseThrow().version()).isEqualTo("3.9.9");
            }
        }
        assertThat(airflow.lines()).isEmpty();
    }

    @Test
    void refusesAnAddressThatIsNone() {
        for (String url :
                new String[] {"airflow.example.org", "ftp://x", "http://me:secret@x", "http:///x", "http://x?a=b"}) {
            assertThatThrownBy(() -> at(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("an Airflow's address is")
                    .message()
                    .doesNotContain("secret");
        }
    }

    @Test
    void doesNotWaitForEverForAnAnswer() {
        airflow.close();
        try (ScriptedAirflow silent = new ScriptedAirflow()) {
            silent.on(
                    VERSION,
                    new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build());
            Bounds bounds = Bounds.atOnce(Duration.ofMillis(200));
            try (Airflow client = silent.client(silent.description().withBounds(bounds))) {
                assertThat(client.version())
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.refusal())
                                        .isInstanceOfSatisfying(Unavailable.class, away -> {
                                            assertThat(away.effect()).isEqualTo(Effect.NOTHING_DONE);
                                            assertThat(away.said()).contains("no answer from");
                                        }));
            }
        }
    }

    @Test
    void stopsWhereItsThreadIsInterrupted() {
        try (Airflow client = airflow.client()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(client::version).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void reachesALocalhostThatAnswersOnOneOfItsAddresses() {
        try (Airflow client = airflow.client(at("http://localhost:" + airflow.server.getPort()))) {
            assertThat(client.version().orElseThrow().version()).isEqualTo("3.3.2");
        }
    }
}
