package org.plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;

class CheckerTest {

    private static final String OF_ABC = "900150983cd24fb0d6963f7d28e17f72";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("pubmed26n0001.xml.gz"), "abc");
    }

    @Test
    void agreesWithBothFormsOfAChecksum() throws IOException {
        for (String form : List.of(
                "MD5(pubmed26n0001.xml.gz)= " + OF_ABC + "\n",
                OF_ABC + "  pubmed26n0001.xml.gz\n",
                OF_ABC.toUpperCase(Locale.ROOT))) {
            writeChecksum(form);
            assertThat(checked().fault()).as(form).isEmpty();
        }
    }

    @Test
    void saysNothingWhereThereIsNoChecksum() {
        assertThat(checked().sound()).isTrue();
    }

    @Test
    void findsAnotherChecksumAndNone() throws IOException {
        for (String form : List.of(
                "MD5(x)= 0" + OF_ABC.substring(1),
                "",
                "<html>not found</html>",
                OF_ABC + "0",
                " ".repeat(5000) + OF_ABC)) {
            writeChecksum(form);
            assertThat(checked().fault())
                    .as(form)
                    .contains("its MD5 is " + OF_ABC, "fetch it again")
                    .doesNotContain("\n");
        }
    }

    @Test
    void takesAFileAndItsCopyOnce() throws IOException {
        Files.createDirectory(folder.resolve("again"));
        Files.copy(file, folder.resolve("again/pubmed26n0001.xml.gz"));
        assertThat(check(folder)).hasSize(1);
    }

    @Test
    @Timeout(20)
    void doesNotWaitForAPipe() throws Exception {
        Path pipe = folder.resolve("pubmed26n0002.xml");
        assumeTrue(madePipe(pipe), "no mkfifo here");
        assertThat(check(folder))
                .filteredOn(checked -> !checked.sound())
                .singleElement()
                .satisfies(checked -> assertThat(checked.fault()).contains("not a regular file"));
        assertThatThrownBy(() -> Listing.of(Source.PUBMED, List.of(pipe)))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("neither a file nor a folder");
    }

    @Test
    void namesAFileThatIsALinkToNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("pubmed26n0003.xml"), folder.resolve("nowhere"));
        assertThat(check(folder))
                .filteredOn(checked -> !checked.sound())
                .singleElement()
                .satisfies(checked -> {
                    assertThat(checked.file().name()).isEqualTo("pubmed26n0003.xml");
                    assertThat(checked.sha256()).isEmpty();
                });
    }

    private static boolean madePipe(Path pipe) throws InterruptedException {
        try {
            Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
            return mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private CheckedFile checked() {
        return check(file).getFirst();
    }

    private static List<CheckedFile> check(Path path) {
        return new Checker(_ -> {}).check(Listing.of(Source.PUBMED, List.of(path)));
    }

    private void writeChecksum(String words) throws IOException {
        Files.writeString(folder.resolve("pubmed26n0001.xml.gz.md5"), words);
    }
}
