package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.fetch.Fault;
import org.plumbline.ingest.fetch.PmcShelf;
import org.plumbline.ingest.fetch.PublicSources;
import org.plumbline.ingest.fetch.PublicSources.Asked;
import org.plumbline.ingest.fetch.PubmedShelf;

/// The connectors through the commands, from a server of public layout into a corpus.
class ConnectorCommandTest {

    private static final String WHERE = "PLUMBLINE_TEST_DATA";
    private static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");

    @TempDir
    private Path folder;

    private final PublicSources sources = PublicSources.start(0);

    @AfterEach
    void close() {
        sources.close();
    }

    @Test
    void takesPubmedFromItsServerOnceWhateverHappensOnTheWay() throws IOException {
        PubmedShelf.of(sources).fill(data(), 5);
        sources.script(
                Fault.of(PubmedShelf.name(2), new Fault.Cut(20_000), new Fault.Status(503, ""), new Fault.Garble()));
        Commanded run = ingest("pubmed", address("pubmed/"), "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode fetched = lastLine(run);
        assertThat(fetched.path("complete").asBoolean()).isTrue();
        assertThat(fetched.path("fetched").asLong()).isEqualTo(6);
        assertThat(fetched.path("traffic").path("retried").asLong()).isEqualTo(3);
        assertThat(records(Source.PUBMED)).isEqualTo(93 + 604 + 5);

        CurrentCorpus before = corpus();
        sources.script(Fault.NONE);
        sources.forgetAsked();
        Commanded again = ingest("pubmed", address("pubmed/"), "--json");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(sources.asked()).extracting(Asked::status).containsExactly(304, 304);
        assertThat(lastLine(again).path("traffic").path("bytes").asLong()).isZero();
        assertThat(corpus().digest()).isEqualTo(before.digest());
        assertThat(corpus().version()).isEqualTo(before.version());

        Files.delete(home().resolve("fetched/ledger.mv"));
        assertThat(ingest("pubmed", address("pubmed/")).out())
                .contains("all 6 files were taken before")
                .contains("6 of 6 listed");
        assertThat(corpus().version()).isEqualTo(before.version());
    }

    @Test
    void saysWhatIsMissingAndEndsWithOne() {
        PubmedShelf shelf = PubmedShelf.of(sources);
        shelf.putBaseline(1, PubmedShelf.made(1));
        shelf.putUpdate(3, PubmedShelf.made(3));
        Commanded dry = ingest("pubmed", address("pubmed/"), "--dry-run");
        assertThat(dry.out()).startsWith("pubmed26n0001.xml.gz  about 0.0 MB");
        assertThat(dry.exit()).isEqualTo(1);
        Commanded run = ingest("pubmed", address("pubmed/"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("plumbline: missing: pubmed26n0002.xml.gz: not in the listing");
        assertThat(run.out()).contains("1 of 2 listed").contains("missing     1");
        assertThat(records(Source.PUBMED)).isEqualTo(2);
    }

    @Test
    void saysWhatOfANewBaselineWouldBeFetchedBesideTheCorpusInUse() {
        PubmedShelf.of(sources).putBaseline(1, PubmedShelf.made(1));
        Commanded taken = ingest("pubmed", address("pubmed/baseline/"));
        assertThat(taken.exit()).as(taken.err()).isZero();
        sources.remove("/pubmed/baseline/" + PubmedShelf.name(1));
        sources.remove("/pubmed/baseline/" + PubmedShelf.name(1) + ".md5");
        sources.put("/pubmed/baseline/pubmed27n0001.xml.gz", PubmedShelf.made(1), MONDAY);
        Commanded mixed = ingest("pubmed", address("pubmed/baseline/"), "--dry-run");
        assertThat(mixed.exit()).as("a year's baseline replaces the last one's").isEqualTo(2);
        Commanded beside = ingest("pubmed", address("pubmed/baseline/"), "--new-baseline", "2027", "--dry-run");
        assertThat(beside.exit()).as(beside.err()).isZero();
        assertThat(beside.out()).startsWith("pubmed27n0001.xml.gz  about");
        assertThat(home().resolve("corpus/pubmed27n")).doesNotExist();
    }

    @Test
    void takesPmcFromItsBucketAndFollowsItsChanges() throws IOException {
        PmcShelf shelf = PmcShelf.of(sources);
        for (int id = 1; id <= 4; id++) {
            shelf.putMade(id, 1, id == 4 ? "TDM" : "CC BY", MONDAY);
        }
        shelf.putInventory("2026-11-20T01-00Z");
        Commanded run = ingest("pmc", address("pmc/"), "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(lastLine(run).path("setAside").path("licence TDM").asLong()).isEqualTo(1);
        assertThat(records(Source.PMC)).isEqualTo(3);
        assertThat(corpus().counts().standings()).doesNotContainKey("RETRACTED");

        shelf.putMadeRetracted(1, 1, MONDAY.plusSeconds(86_400));
        shelf.remove("PMC2.1");
        shelf.putInventory("2026-11-21T01-00Z");
        Commanded changed = ingest("pmc", address("pmc/"), "--json");
        assertThat(changed.exit()).as(changed.err()).isZero();
        assertThat(records(Source.PMC)).isEqualTo(2);
        assertThat(corpus().counts().standings()).containsEntry("RETRACTED", 1L);

        shelf.putMade(2, 1, "CC BY", MONDAY.plusSeconds(864_000));
        shelf.putInventory("2026-11-27T01-00Z");
        assertThat(ingest("pmc", address("pmc/")).exit()).isZero();
        assertThat(records(Source.PMC)).isEqualTo(3);
    }

    @Test
    void takesNamedArticlesOfPmc() throws IOException {
        PmcShelf.of(sources).fill(data(), 5);
        Path ids = folder.resolve("ids.txt");
        Files.writeString(ids, "PMC1065070\nPMC99999999\n");
        Commanded run = ingest("pmc", address("pmc/"), "--ids", ids.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("missing: PMC99999999: not in the bucket");
        assertThat(records(Source.PMC)).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBeFetched() {
        Commanded unknown = ingest("pubmed");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("https://ftp.ncbi.nlm.nih.gov/pubmed/")
                .contains("fetch: contact:");
        assertThat(ingest("pubmed", "https://example.org/?a=b").err()).contains("expected the address of a folder");
        assertThat(ingest("pubmed", "https://example.org/", folder.toString()).err())
                .contains("name one address");
        assertThat(ingest("pubmed", folder.toString(), "--keep").err()).contains("--keep are for what is fetched");
        assertThat(ingest("pubmed", "--baseline", "--updates").err()).contains("name one");
    }

    private Commanded ingest(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--home", home().toString(), "--master", "local[2]"));
        return Commanded.run(all.toArray(String[]::new));
    }

    private Path home() {
        return folder.resolve("home");
    }

    private String address(String path) {
        return sources.address().resolve(path).toString();
    }

    private CurrentCorpus corpus() {
        return CurrentCorpus.find(CorpusHome.existing(home())).orElseThrow();
    }

    private long records(Source source) {
        return Optional.ofNullable(corpus().counts().records().get(source))
                .map(CurrentCorpus.Records::live)
                .orElse(0L);
    }

    private static JsonNode lastLine(Commanded run) throws IOException {
        return Json.LINE.readTree(run.out().lines().reduce((_, last) -> last).orElseThrow());
    }

    private static Path data() {
        Optional<String> where = Optional.ofNullable(System.getenv(WHERE));
        if (where.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(WHERE + " names no data");
        }
        assumeTrue(where.isPresent(), WHERE + " names no data");
        return Path.of(where.orElseThrow());
    }
}
