package org.plumbline.ingest.fetch.pubmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
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
import org.plumbline.ingest.fetch.PublicSources;
import org.plumbline.ingest.fetch.PublicSources.Asked;
import org.plumbline.ingest.fetch.PubmedShelf;
import org.plumbline.ingest.fetch.Web;

class PubmedFetchTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final PublicSources sources = PublicSources.start(0);
    private final PubmedShelf shelf = PubmedShelf.of(sources);

    /// What a corpus would have, in the order it came.
    private final List<String> taken = new ArrayList<>();

    @AfterEach
    void close() {
        sources.close();
    }

    @Test
    void takesBaselineThenUpdatesInOrderAndTransfersNothingTheSecondTime() {
        fill(3, 9);
        FetchReport report = run(Parts.ALL);
        assertThat(report.complete()).isTrue();
        assertThat(report.fetched()).isEqualTo(9);
        assertThat(taken).isEqualTo(names(1, 9));
        assertThat(home.resolve("pubmed/baseline")).isEmptyDirectory();

        sources.forgetAsked();
        FetchReport again = run(Parts.ALL);
        assertThat(again.known()).isEqualTo(9);
        assertThat(sources.asked()).extracting(Asked::status).containsExactly(304, 304);
        assertThat(again.traffic().bytes()).isZero();
        assertThat(taken).hasSize(9);

        shelf.putUpdate(10, PubmedShelf.made(10));
        assertThat(run(Parts.ALL).fetched()).isEqualTo(1);
        assertThat(taken).isEqualTo(names(1, 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void endsCompleteWhateverGoesWrongOnTheWay(long seed) {
        fill(3, 9);
        endsComplete(seed);
    }

    @Test
    @Tag("soak")
    void endsCompleteForManySeeds() {
        fill(3, 9);
        Path root = home;
        long first = System.nanoTime();
        for (long seed = first; seed < first + 300; seed++) {
            home = root.resolve("seed" + seed);
            taken.clear();
            endsComplete(seed);
        }
    }

    private void endsComplete(long seed) {
        sources.script(Fault.seeded(seed));
        for (int runs = 0; runs < 8 && taken.size() < 9; runs++) {
            FetchReport report = run(Parts.ALL);
            assertThat(report.complete() == (taken.size() == 9))
                    .as("seed " + seed + ": says what is missing: " + report.missing())
                    .isTrue();
        }
        assertThat(taken).as("seed " + seed).isEqualTo(names(1, 9));
        sources.script(Fault.NONE);
        assertThat(run(Parts.ALL).fetched()).isZero();
    }

    @Test
    void stopsAtAGapAndSaysWhatIsMissing() {
        fill(3, 9);
        sources.remove("/pubmed/updatefiles/" + PubmedShelf.name(6));
        FetchReport report = run(Parts.ALL);
        assertThat(taken).isEqualTo(names(1, 5));
        assertThat(report.missing())
                .containsExactly(new FetchReport.Missing(
                        "pubmed26n0006.xml.gz",
                        "not in the listing, though pubmed26n0007.xml.gz is; 3 files wait behind it; "
                                + "run this again when the source has it"));
        shelf.putUpdate(6, PubmedShelf.made(6));
        assertThat(run(Parts.ALL).complete()).isTrue();
        assertThat(taken).isEqualTo(names(1, 9));
    }

    @Test
    void stopsAtAFileThatItsListingNamesButTheServerHasNot() {
        fill(2, 5);
        sources.script(Fault.of(PubmedShelf.name(4), new Fault.Status(404, "")));
        FetchReport report = run(Parts.ALL);
        assertThat(taken).isEqualTo(names(1, 3));
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.what()).isEqualTo(PubmedShelf.name(4));
            assertThat(missing.why()).contains("not there (404)").endsWith("(1 behind it wait)");
        });
        assertThat(run(Parts.ALL).complete()).isTrue();
        assertThat(taken).isEqualTo(names(1, 5));
    }

    @Test
    void aListingThatLacksFilesWeHaveIsNoGap() {
        fill(2, 5);
        var _ = run(Parts.ALL);
        sources.remove("/pubmed/updatefiles/" + PubmedShelf.name(4));
        shelf.putUpdate(6, PubmedShelf.made(6));
        assertThat(run(Parts.ALL).complete()).isTrue();
        assertThat(taken).isEqualTo(names(1, 6));
    }

    @Test
    void fetchesAFileAgainThatItsSourceHasReplacedButNotOneThatOnlyGotAnotherDate() {
        fill(2, 4);
        var _ = run(Parts.ALL);
        taken.clear();
        taken.addAll(names(1, 4));
        Instant later = Instant.parse("2026-11-01T00:00:00Z");
        sources.put("/pubmed/updatefiles/" + PubmedShelf.name(3), PubmedShelf.made(3), later);
        shelf.putUpdate(4, PubmedShelf.made(44));
        sources.put("/pubmed/updatefiles/" + PubmedShelf.name(4), PubmedShelf.made(44), later);
        assertThat(run(Parts.ALL).fetched()).isEqualTo(1);
        assertThat(taken).hasSize(5).endsWith(PubmedShelf.name(4));
    }

    @Test
    void refusesAnotherYearThanTheCorpus() {
        fill(1, 2);
        taken.add("pubmed25n0001.xml.gz");
        assertThatThrownBy(() -> run(Parts.ALL))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("pubmed25n, pubmed26n");
    }

    @Test
    void waitsWhileTheBaselineIsBeingExchanged() {
        fill(1, 2);
        sources.put("/pubmed/baseline/pubmed27n0001.xml.gz", PubmedShelf.made(1), CLOCK.instant());
        FetchReport report = run(Parts.ALL);
        assertThat(report.missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.why()).contains("pubmed26n, pubmed27n"));
        assertThat(taken).isEmpty();
    }

    @Test
    void aKilledFetchIsGoneOnWithFromWhereItWas() throws Exception {
        byte[] large = new byte[30 << 20];
        new Random(5).nextBytes(large);
        shelf.putBaseline(1, PubmedShelf.made(1));
        shelf.putUpdate(2, large);
        CountDownLatch stalled = new CountDownLatch(1);
        sources.script(Fault.of(PubmedShelf.name(2), new Fault.Stall(24 << 20, stalled::countDown)));
        Process process = FakeFetch.start(home, sources.address().resolve("pubmed/"));
        assertThat(stalled.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.destroyForcibly().waitFor()).isNotZero();

        sources.forgetAsked();
        assertThat(run(Parts.ALL).complete()).isTrue();
        assertThat(taken).isEqualTo(names(1, 2));
        assertThat(sources.asked())
                .filteredOn(asked -> asked.target().endsWith(PubmedShelf.name(2)))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.status()).isEqualTo(206);
                    assertThat(asked.bytes()).isLessThan(large.length - (1 << 20));
                });
    }

    @Test
    void takesUpdatesAloneFromWhereTheCorpusEnds() {
        fill(3, 6);
        taken.addAll(names(1, 4));
        var _ = run(Parts.UPDATES);
        assertThat(new HashSet<>(taken)).isEqualTo(Set.copyOf(names(1, 6)));
        taken.clear();
        taken.add(PubmedShelf.name(1));
        assertThat(run(Parts.UPDATES).missing())
                .singleElement()
                .extracting(FetchReport.Missing::what)
                .isEqualTo("pubmed26n0002.xml.gz to pubmed26n0003.xml.gz");
    }

    @Test
    void losingTheLedgerCostsTransfersOnly() throws IOException {
        fill(1, 3);
        var _ = run(Parts.ALL);
        Files.delete(home.resolve("fetched/ledger.mv"));
        assertThat(run(Parts.ALL).fetched()).isEqualTo(3);
        Files.writeString(home.resolve("fetched/ledger.mv"), "no ledger".repeat(10_000));
        assertThat(run(Parts.ALL).fetched()).isEqualTo(3);
        assertThat(run(Parts.ALL).fetched()).isZero();
    }

    @Test
    void previewsWithoutFetchingAFile() {
        fill(1, 3);
        try (Web web = Web.open(FetchSettings.of(""), new FakeTiming());
                Ledger ledger = Ledger.open(home)) {
            PubmedFetch.Preview preview =
                    fetch(web, ledger).preview(sources.address().resolve("pubmed/"), Parts.ALL, Set.of());
            assertThat(preview.files()).extracting(PubmedFile::name).isEqualTo(names(1, 3));
            assertThat(preview.files())
                    .allSatisfy(file -> assertThat(file.aboutBytes()).isPositive());
        }
        assertThat(sources.asked()).hasSize(2);
    }

    private FetchReport run(Parts parts) {
        try (Web web = Web.open(FetchSettings.of(""), new FakeTiming(Duration.ofMillis(20)));
                Ledger ledger = Ledger.open(home)) {
            return fetch(web, ledger)
                    .run(
                            sources.address().resolve("pubmed/"),
                            parts,
                            Set.copyOf(taken),
                            files -> files.forEach(file -> taken.add(String.valueOf(file.getFileName()))));
        }
    }

    private PubmedFetch fetch(Web web, Ledger ledger) {
        return new PubmedFetch(
                web,
                ledger,
                home.resolve("pubmed"),
                new PubmedFetch.Bounds(2, 1_000_000),
                LocalCopies.DELETE,
                CLOCK,
                Progress.silent());
    }

    private void fill(int baseline, int all) {
        IntStream.rangeClosed(1, baseline).forEach(number -> shelf.putBaseline(number, PubmedShelf.made(number)));
        IntStream.rangeClosed(baseline + 1, all).forEach(number -> shelf.putUpdate(number, PubmedShelf.made(number)));
    }

    private static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(PubmedShelf::name).toList();
    }
}
