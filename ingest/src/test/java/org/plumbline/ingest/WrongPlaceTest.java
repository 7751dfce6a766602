package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.command.Commands;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CorpusLock;

/// Places that cannot be read or written: one line that says which and what to do, and exit code 2.
class WrongPlaceTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path home = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("a.xml"), "<PubmedArticleSet/>");
        home = folder.resolve("home");
    }

    @Test
    void refusesAPathThatIsMissingOrHoldsNothing() throws IOException {
        refuses("no such file", "pubmed", folder.resolve("nowhere").toString());
        refuses(".xml", "pmc", Files.createDirectory(folder.resolve("empty")).toString());
        for (String command : List.of("files", "retractions", "crossref", "europepmc", "trials")) {
            refuses("no such file", command, folder.resolve("nowhere").toString());
        }
        assertThat(home).as("nothing was made for nothing").doesNotExist();
    }

    @Test
    void refusesAHomeThatIsAFileOrOfANewerVersion() throws IOException {
        home = file;
        for (List<String> command : List.of(List.of("pubmed", file.toString()), List.of("status"))) {
            refuses("not a folder", command.toArray(String[]::new));
        }
        home = Files.createDirectory(folder.resolve("newer"));
        Files.writeString(home.resolve("format"), "2\n");
        for (List<String> command :
                List.of(List.of("pubmed", file.toString()), List.of("status"), List.of("quarantine", "list"))) {
            refuses("format \"2\"", command.toArray(String[]::new));
        }
        Files.delete(home.resolve("format"));
        Files.writeString(Files.createDirectory(home.resolve("corpus")).resolve("CURRENT.json"), "{\"format\":9}");
        refuses("corpus of format 9", "status");
        Files.writeString(home.resolve("corpus/CURRENT.json"), "{\"format\":");
        refuses("CURRENT.json", "status");
    }

    @Test
    void refusesASecondWriterAndAMasterThatIsNone() {
        try (CorpusLock _ = CorpusLock.take(CorpusHome.create(home))) {
            refuses("another ingest", "pubmed", file.toString());
        }
        refuses("--master lokal", "pubmed", file.toString(), "--master", "lokal");
        refuses("--max-quarantine -1", "pubmed", file.toString(), "--max-quarantine", "-1");
    }

    @Test
    void refusesWhatAnOrdinaryUserMayNotReadOrWrite() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.createDirectory(readOnly.resolve("corpus"));
        Files.writeString(readOnly.resolve("format"), "1\n");
        allow(closed, "---------");
        allow(readOnly.resolve("corpus"), "r-xr-xr-x");
        allow(readOnly, "r-xr-xr-x");
        try {
            assertThat(unprivileged("pubmed", closed.toString(), "--home", home.toString()))
                    .matches("2: plumbline: \\S*/closed: not readable; give .*\\R");
            assertThat(unprivileged("pubmed", file.toString(), "--home", readOnly.toString()))
                    .matches("2: plumbline: \\S*/read-only/corpus: not writable .*\\R");
            assertThat(unprivileged(
                            "pubmed",
                            file.toString(),
                            "--home",
                            readOnly.resolve("new").toString()))
                    .matches("2: plumbline: \\S*/read-only/new: not writable; give .*\\R");
        } finally {
            allow(closed, "rwxr-xr-x");
            allow(readOnly, "rwxr-xr-x");
            allow(readOnly.resolve("corpus"), "rwxr-xr-x");
        }
    }

    private static void allow(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    /// Exit code and stderr of a JVM for which rights count; root's JVM gives up the capabilities to pass them by.
    private String unprivileged(String... args) throws Exception {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root, and no setpriv here");
            command.addAll(List.of("/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + ": " + Files.readString(err, StandardCharsets.UTF_8);
    }

    private void refuses(String because, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--home", home.toString()));
        Commanded answer = Commanded.run(all.toArray(String[]::new));
        assertThat(answer.exit()).as(answer.err()).isEqualTo(Commands.WRONG_INPUT);
        assertThat(answer.err()).contains(because).hasLineCount(1);
        assertThat(answer.out()).isEmpty();
    }
}
