package org.plumbline.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A submission and an Airflow that is there, away, or silent.
class SubmitTellsAirflowTest {

    private static final String QUESTION = "Does zelotrine prevent gout flares?";

    @TempDir
    private Path home;

    /// The messenger comes after the answer was given: the server lets it wait, and nobody else.
    @Test
    void aSilentAirflowIsToldAndNobodyWaitsForIt() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configure("http://127.0.0.1:" + silent.getLocalPort());
            silent.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            Runs.Answer answer = new Runs(home).run("submit", "--question", QUESTION);
            assertThat(answer.exit()).isZero();
            assertThat(answer.err()).isEmpty();
            try (Socket messenger = silent.accept()) {
                messenger.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
                String asked = firstLine(messenger.getInputStream());
                assertThat(asked).isEqualTo("POST /auth/token HTTP/1.1");
            }
        }
        assertThat(new Runs(home).run("status").out()).isEqualTo("1 queued\n");
    }

    @Test
    void anAirflowThatIsAwayOrWronglyNamedLosesNothing() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        configure("http://127.0.0.1:" + port);
        assertThat(new Runs(home).run("submit", "--question", QUESTION).exit()).isZero();
        Files.writeString(home.resolve("plumbline.yaml"), "airflow: {urrl: nonsense}\n");
        Runs.Answer answer = new Runs(home).run("submit", "--question", QUESTION);
        assertThat(answer.exit()).isZero();
        assertThat(new Runs(home).run("status").out()).isEqualTo("2 queued\n");
        assertThat(eventually(home.resolve("airflow-told.txt"), "urrl")).contains("unknown key \"urrl\"");
    }

    @Test
    void withoutAnAirflowNobodyIsSent() {
        assertThat(new Runs(home).run("submit", "--question", QUESTION).exit()).isZero();
        assertThat(home.resolve("airflow-told.txt")).doesNotExist();
    }

    private void configure(String url) throws IOException {
        Files.writeString(home.resolve("password"), "secret");
        Files.writeString(home.resolve("plumbline.yaml"), """
                airflow:
                  url: %s
                  user: somebody
                  passwordFile: %s
                """.formatted(url, home.resolve("password")));
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    /// What a file holds once it holds these words, or after a minute.
    private static String eventually(Path file, String words) throws IOException {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        String content = "";
        while (!content.contains(words) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            content = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        }
        return content;
    }
}
