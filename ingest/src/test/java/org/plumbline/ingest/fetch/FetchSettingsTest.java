package org.plumbline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;

class FetchSettingsTest {

    @TempDir
    private Path home;

    @Test
    void takesDefaultsForWhatIsNotSaid() throws IOException {
        write("""
                fetch:
                  contact: library@example.org
                  perSecond: {mirror.example.org: 20}
                """);
        FetchSettings settings = FetchSettings.read(home);
        assertThat(settings.contact()).isEqualTo("library@example.org");
        assertThat(settings.perSecond()).containsEntry("mirror.example.org", 20.0);
        assertThat(settings.attempts()).isEqualTo(6);
        assertThat(settings.longestWaitSeconds()).isEqualTo(900);
    }

    @Test
    void refusesAPasswordAndWhatMakesNoSense() throws IOException {
        refuses("fetch: {proxy: \"http://me:secret@proxy.example.org:1\"}", "does not stand in this file");
        refuses("fetch: {proxy: proxy}", "expected http://HOST:PORT");
        refuses("fetch: {contact: nobody}", "expected an e-mail address");
        refuses("fetch: {attempts: 1000}", "attempts: expected 1 to 100");
        refuses("fetch: {perSecond: {a: 0}}", "above 0");
        refuses("fetch: {retries: 3}", "unknown key \"retries\"");
    }

    @Test
    void knowsWhereASourceIs() throws IOException {
        assertThat(SourceSettings.read(home, Source.PMC).folder("https://public.example.org/"))
                .isEqualTo(URI.create("https://public.example.org/"));
        write("""
                sources:
                  pmc: {url: "https://mirror.example.org/pmc", licences: [CC BY], target: P7D}
                """);
        SourceSettings pmc = SourceSettings.read(home, Source.PMC);
        assertThat(pmc.folder("https://public.example.org/")).isEqualTo(URI.create("https://mirror.example.org/pmc/"));
        assertThat(pmc.licences()).isEqualTo(List.of("CC BY"));
        assertThat(SourceSettings.read(home, Source.PUBMED).batchFiles()).isZero();
    }

    @Test
    void refusesAKeyOrASourceThatNobodyKnows() throws IOException {
        for (String yaml : List.of("sources: {pmc: {licenses: [CC BY]}}", "sources: {pubmed: {licenses: [CC BY]}}")) {
            write(yaml);
            assertThatThrownBy(() -> SourceSettings.read(home, Source.PMC))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining(": unknown key \"licenses\"; known are");
        }
        write("sources: {pcm: {licences: [CC BY]}}");
        assertThatThrownBy(() -> SourceSettings.read(home, Source.PMC))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("sources: pcm: source \"pcm\": none is named so");
        write("sources: {pmc: {batchFiles: -1}}");
        assertThatThrownBy(() -> SourceSettings.read(home, Source.PMC))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("sources: pmc: batchFiles, batchMegabytes: expected 1 or more");
    }

    private void refuses(String yaml, String why) throws IOException {
        write(yaml);
        assertThatThrownBy(() -> FetchSettings.read(home))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(home.resolve("plumbline.yaml"), yaml);
    }
}
