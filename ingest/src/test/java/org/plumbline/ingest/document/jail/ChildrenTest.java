package org.plumbline.ingest.document.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.ingest.document.child.PdfParser;
import org.plumbline.ingest.document.child.WebPageParser;
import org.plumbline.ingest.text.Quarantined.Reason;

class ChildrenTest {

    private static final Bounds NARROW = new Bounds(1 << 20, 10, 10_000, Duration.ofSeconds(4), 64, 1);

    @TempDir
    Path folder;

    private Children children;

    @BeforeEach
    void open() throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        children = Children.open(
                NARROW,
                work,
                List.of(PdfParser.class.getName(), WebPageParser.class.getName(), HostileParser.class.getName()));
    }

    @AfterEach
    void close() {
        children.close();
    }

    @Test
    void endsEndlessLoopAndReadsNextDocument() throws IOException {
        assertThat(reasonOf("loop")).isEqualTo(Reason.TIMED_OUT);
        assertThat(convert("good.html", "<html><body><p>Good.</p></body></html>"))
                .isEqualTo(new Outcome.Converted());
    }

    @Test
    void survivesChildWithoutMemory() throws IOException {
        assertThat(reasonOf("memory")).isEqualTo(Reason.CRASHED);
        assertThat(convert("good.html", "<html><body><p>Good.</p></body></html>"))
                .isEqualTo(new Outcome.Converted());
    }

    @Test
    void survivesChildThatHalts() throws IOException {
        assertThat(reasonOf("halt")).isEqualTo(Reason.CRASHED);
        assertThat(reasonOf("deep")).isEqualTo(Reason.CRASHED);
        assertThat(convert("good.html", "<html><body><p>Good.</p></body></html>"))
                .isEqualTo(new Outcome.Converted());
    }

    @Test
    void leavesNoFileOfRefusedDocument() throws IOException {
        assertThat(reasonOf("nonsense")).isEqualTo(Reason.DAMAGED);
        assertThat(folder.resolve("nonsense.xhtml")).doesNotExist();
    }

    @Test
    void reachesNoNetworkFromJail() throws IOException {
        assumeThat(children.closed())
                .as("this system gives no namespaces to this user (unshare), so there is no jail to test")
                .isTrue();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            convert("connect", "connect " + server.getLocalPort());
        }
        assertThat(Files.readString(folder.resolve("connect.xhtml")))
                .contains("refused: ")
                .doesNotContain("connected");
    }

    private Reason reasonOf(String order) throws IOException {
        return switch (convert(order, order)) {
            case Outcome.Refused(Reason reason, String _) -> reason;
            case Outcome.Converted _ -> throw new AssertionError(order + " was converted");
        };
    }

    private Outcome convert(String name, String content) throws IOException {
        Path document = Files.writeString(folder.resolve(name), content);
        return children.convert(document, folder.resolve(name + ".xhtml"));
    }
}
