package org.plumbline.ingest.fetch.pmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.fetch.FakeTiming;
import org.plumbline.ingest.fetch.Fault;
import org.plumbline.ingest.fetch.FetchReport;
import org.plumbline.ingest.fetch.FetchSettings;
import org.plumbline.ingest.fetch.Ledger;
import org.plumbline.ingest.fetch.LocalCopies;
import org.plumbline.ingest.fetch.PmcShelf;
import org.plumbline.ingest.fetch.PublicSources;
import org.plumbline.ingest.fetch.PublicSources.Asked;
import org.plumbline.ingest.fetch.Web;

class PmcFetchTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    private Path home;

    private final PublicSources sources = PublicSources.start(0);
    private final PmcShelf shelf = PmcShelf.of(sources);

    /// What a corpus would have taken, in the order it came: names of XML files; removals with their words.
    private final List<String> taken = new ArrayList<>();

    private List<String> licences = List.of();

    @AfterEach
    void close() {
        sources.close();
    }

    @Test
    void takesWhatTheInventoryTellsAndTransfersNothingTheSecondTime() {
        shelf.putMade(1, 1, "CC BY", MONDAY);
        shelf.putMade(12, 1, "CC0", MONDAY);
        shelf.putMade(12, 2, "CC0", MONDAY);
        shelf.putMade(12, 10, "CC BY-NC", MONDAY);
        shelf.putInventory("2026-11-21T01-00Z");
        shelf.putInventory("2026-11-22T01-00Z");
        FetchReport report = run();
        assertThat(report.complete()).isTrue();
        assertThat(taken).containsExactly("PMC1.1.xml", "PMC12.10.xml");
        assertThat(sources.asked()).extracting(Asked::target).noneMatch(target -> target.contains("11-21T"));
        assertThat(home.resolve("pmc")).isEmptyDirectory();

        sources.forgetAsked();
        FetchReport again = run();
        assertThat(again.complete()).isTrue();
        assertThat(sources.asked())
                .extracting(Asked::target)
                .allMatch(target -> target.contains("list-type=2") || target.endsWith("manifest.json"));

        shelf.putInventory("2026-11-23T01-00Z");
        sources.forgetAsked();
        assertThat(run().known()).isEqualTo(2);
        assertThat(sources.asked()).extracting(Asked::target).noneMatch(target -> target.contains("PMC1"));
        assertThat(taken).hasSize(2);
    }

    @Test
    void takesNewVersionsAndChangedMetadataAndSaysWhatIsGone() {
        for (int id = 1; id <= 4; id++) {
            shelf.putMade(id, 1, "CC BY", MONDAY);
        }
        shelf.putInventory("2026-11-21T01-00Z");
        var _ = run();
        taken.clear();
        shelf.putMade(1, 2, "CC BY", FRIDAY);
        shelf.putMade(2, 1, "CC BY-NC", FRIDAY);
        shelf.remove("PMC3.1");
        shelf.putInventory("2026-11-22T01-00Z");
        FetchReport report = run();
        assertThat(report.removed()).isEqualTo(1);
        assertThat(taken).containsExactly("PMC1.2.xml", "PMC2.1.xml", """
                <pmc-removals>
                <removed pmcid="PMC3" version="1" since="2026-11-22T01:00:00Z"/>
                </pmc-removals>
                """);
        taken.clear();
        shelf.putInventory("2026-11-23T01-00Z");
        assertThat(run().removed()).isZero();
        assertThat(taken).isEmpty();
    }

    @Test
    void setsAsideWhatItsLicenceDoesNotGiveAndTakesBackWhatItGaveNoLonger() {
        shelf.putMade(1, 1, "CC BY", MONDAY);
        shelf.putMade(2, 1, "TDM", MONDAY);
        shelf.putMade(3, 1, "", MONDAY);
        shelf.putInventory("2026-11-21T01-00Z");
        FetchReport report = run();
        assertThat(report.setAside()).isEqualTo(Map.of("licence TDM", 1L, "licence not stated", 1L));
        assertThat(taken).containsExactly("PMC1.1.xml");
        assertThat(sources.asked()).extracting(Asked::target).noneMatch(target -> target.endsWith("PMC2.1.xml"));

        shelf.putMade(1, 1, "TDM", FRIDAY);
        shelf.putInventory("2026-11-22T01-00Z");
        assertThat(run().removed()).isEqualTo(1);
        assertThat(taken.getLast()).contains("PMC1\" version=\"1\" since=\"2026-11-20T10:00:00Z\"");

        licences = List.of("TDM");
        assertThat(run().fetched()).isEqualTo(2);
        assertThat(taken).endsWith("PMC1.1.xml", "PMC2.1.xml");
    }

    @Test
    void fetchesTheArticlesOfAListInTheirHighestVersion() {
        shelf.putMade(1, 1, "CC BY", MONDAY);
        shelf.putMade(11, 1, "CC BY", MONDAY);
        for (int version = 1; version <= 12; version++) {
            shelf.putMade(5, version, "CC BY", MONDAY);
        }
        FetchReport report = list("PMC5", "PMC1", "PMC7");
        assertThat(taken).containsExactly("PMC5.12.xml", "PMC1.1.xml");
        assertThat(report.missing()).extracting(FetchReport.Missing::what).containsExactly("PMC7");
        sources.forgetAsked();
        assertThat(list("PMC5", "PMC1").known()).isEqualTo(2);
        assertThat(sources.asked())
                .filteredOn(asked -> asked.target().endsWith(".json"))
                .extracting(Asked::status)
                .containsOnly(304);
        assertThat(sources.asked()).extracting(Asked::target).noneMatch(target -> target.endsWith(".xml"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsCompleteWhateverGoesWrongOnTheWay(long seed) {
        Set<String> all = new TreeSet<>();
        for (int id = 1; id <= 20; id++) {
            shelf.putMade(id, 1, "CC BY", MONDAY);
            all.add("PMC" + id + ".1.xml");
        }
        shelf.putInventory("2026-11-21T01-00Z");
        sources.script(Fault.seeded(seed));
        for (int runs = 0; runs < 6 && taken.size() < 20; runs++) {
            FetchReport report = run();
            assertThat(report.complete() == (taken.size() == 20))
                    .as("seed " + seed + " says what is missing: " + report.missing())
                    .isTrue();
        }
        assertThat(taken).as("seed " + seed).containsExactlyInAnyOrderElementsOf(all);
        sources.script(Fault.NONE);
        assertThat(run().fetched()).isZero();
    }

    @Test
    void anArticleThatTheInventoryNamesAndTheBucketHasNotIsMissing() {
        shelf.putMade(1, 1, "CC BY", MONDAY);
        shelf.putMade(2, 1, "CC BY", MONDAY);
        shelf.putInventory("2026-11-21T01-00Z");
        shelf.remove("PMC1.1");
        FetchReport report = run();
        assertThat(taken).containsExactly("PMC2.1.xml");
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.what()).isEqualTo("PMC1.1");
            assertThat(missing.why()).contains("not there (404)");
        });
        shelf.putInventory("2026-11-22T01-00Z");
        assertThat(run().complete()).isTrue();
    }

    @Test
    void laysTheRowOfTheInventoryBesideAnArticle() throws IOException {
        shelf.putMade(1, 1, "CC BY", MONDAY);
        shelf.putInventory("2026-11-21T01-00Z");
        String row = with(fetch -> {
            List<String> rows = new ArrayList<>();
            var _ = fetch.run(address(), files -> rows.add(read(files.getFirst().resolveSibling("PMC1.1.inventory"))));
            return rows.getFirst();
        });
        assertThat(row).startsWith("\"pmc-oa-opendata\",\"metadata/PMC1.1.json\",\"2026-11-16T10:00:00Z\",\"");
    }

    @Test
    void readsTheColumnsOfAnInventoryInWhateverOrder() {
        assertThat(Inventory.fields("\"a\",\"b \"\"c\"\"\",d,\"\",\"e,f\""))
                .containsExactly("a", "b \"c\"", "d", "", "e,f");
        shelf.putMade(1, 1, "CC BY", MONDAY);
        shelf.putInventory("2026-11-21T01-00Z", List.of("ETag", "Size", "Key", "Bucket"));
        List<String> planned = with(fetch -> {
            List<String> names = new ArrayList<>();
            var _ = fetch.preview(address(), names::add);
            return names;
        });
        assertThat(planned).containsExactly("PMC1.1");
        assertThat(taken).isEmpty();
    }

    @Test
    void refusesAListThatIsNone() throws IOException {
        Path file = home.resolve("ids.txt");
        Files.writeString(file, "# mine\nPMC12\n\n13\npmc12\n");
        assertThat(PmcidFile.read(file)).containsExactly("PMC12", "PMC13");
        Files.writeString(file, "PMC12\n10.1000/x\n");
        assertThatThrownBy(() -> PmcidFile.read(file))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("line 2: not a PMCID");
    }

    private FetchReport run() {
        return with(fetch -> fetch.run(address(), this::take));
    }

    private FetchReport list(String... pmcids) {
        return with(fetch -> fetch.run(address(), List.of(pmcids), this::take));
    }

    private void take(List<Path> files) {
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            taken.add(name.startsWith("removed-") ? read(file) : name);
        }
    }

    private <T> T with(Function<PmcFetch, T> work) {
        try (Web web = Web.open(FetchSettings.of(""), new FakeTiming(Duration.ofMillis(20)));
                Ledger ledger = Ledger.open(home)) {
            return work.apply(
                    new PmcFetch(web, ledger, home.resolve("pmc"), 7, licences, LocalCopies.DELETE, Progress.silent()));
        }
    }

    private URI address() {
        return sources.address().resolve("pmc/");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
