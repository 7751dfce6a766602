package org.plumbline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void saysWhatToDoWhereNoAirflowIsKnown() {
        assertRefused("start one with plumbline schedule up");
    }

    @Test
    void refusesMissingSecret() throws IOException {
        settings("{url: 'http://127.0.0.1:1', user: svc, passwordVariable: NO_SUCH_SECRET}");
        assertRefused("NO_SUCH_SECRET, which plumbline.yaml names for Airflow, is not set");
        settings("{url: 'http://127.0.0.1:1', user: svc, passwordFile: /no/such/file}");
        assertRefused("/no/such/file: the file of a secret");
        settings("{url: 'http://127.0.0.1:1', user: svc}");
        assertRefused("name exactly one of passwordFile");
    }

    @Test
    void refusesUnknownKeyAndBadTarget() throws IOException {
        settings("{uri: 'http://127.0.0.1:1'}");
        assertRefused("unknown key \"uri\"");
        settings("{targets: {plumbline_index: 2 days}}");
        assertRefused("\"2 days\" is no span");
        settings("{user: svc}");
        assertRefused("no url is given");
    }

    @Test
    void saysWhereNothingListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(home.resolve("password"), "secret word");
            settings("{url: 'http://127.0.0.1:%d', user: svc, passwordFile: '%s'}"
                    .formatted(socket.getLocalPort(), home.resolve("password")));
        }
        Commanded refused = Commanded.run(home, "runs");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("does not answer")
                .contains("check url and proxy")
                .doesNotContain("secret word")
                .hasLineCount(1);
        Commanded status = Commanded.run(home, "status", "--check");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.out()).startsWith("NOT WELL: 1 problem; Airflow at http://127.0.0.1:");
    }

    @Test
    void readsTargetsByShortName() throws IOException {
        settings("{url: 'http://127.0.0.1:1', tokenVariable: PATH, targets: {index: P2D, plumbline_recheck: PT12H}}");
        assertThat(Target.of(home, Map.of("PATH", "a token")).targets())
                .containsOnly(
                        Map.entry("plumbline_index", Duration.ofDays(2)),
                        Map.entry("plumbline_recheck", Duration.ofHours(12)));
    }

    private void settings(String airflow) throws IOException {
        Files.writeString(home.resolve("plumbline.yaml"), "airflow: " + airflow + "\n");
    }

    private void assertRefused(String why) {
        Commanded refused = Commanded.run(home, "status");
        assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err()).contains(why).hasLineCount(1);
    }
}
