package org.plumbline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.fetch.NotFetchedException.Reason;
import org.plumbline.ingest.fetch.PublicSources.Asked;

class WebTest {

    private static final Instant MODIFIED = Instant.parse("2026-11-01T00:00:00Z");
    private static final byte[] BYTES = bytes(1, 200_000);

    @TempDir
    private Path folder;

    private final PublicSources sources = PublicSources.start(0);
    private final FakeTiming timing = new FakeTiming();
    private Web web = Web.open(FetchSettings.of(""), timing);

    @BeforeEach
    void putFile() {
        sources.put("/data/file.bin", BYTES, MODIFIED);
    }

    @AfterEach
    void close() {
        web.close();
        sources.close();
    }

    @Test
    void resumesWhatWasCutAndChecksItsMd5() throws NotFetchedException, IOException {
        sources.script(Fault.of("file.bin", new Fault.Cut(70_000), new Fault.Cut(50_000)));
        Fetched fetched = web.download(file(md5()), folder);
        assertThat(Files.readAllBytes(fetched.file())).isEqualTo(BYTES);
        assertThat(fetched.md5()).isEqualTo(PubmedShelf.md5(BYTES));
        assertThat(sources.asked()).extracting(Asked::range).containsExactly("", "bytes=70000-", "bytes=120000-");
        assertThat(web.traffic()).isEqualTo(new Traffic.Totals(3, 2, 2, BYTES.length));
        assertThat(namesIn(folder)).containsExactly("file.bin");
    }

    @Test
    void goesOnWithThePartOfAnEarlierProcess() throws NotFetchedException {
        sources.script(Fault.of("file.bin", cuts(30)));
        assertThatThrownBy(() -> web.download(file(md5()), folder))
                .isInstanceOf(NotFetchedException.class)
                .hasMessageContaining("it answers 503, tried 6 times");
        sources.script(Fault.NONE);
        sources.forgetAsked();
        try (Web another = Web.open(FetchSettings.of(""), timing)) {
            var _ = another.download(file(md5()), folder);
        }
        assertThat(sources.asked()).extracting(Asked::range).containsExactly("bytes=20-");
    }

    private static Fault[] cuts(int count) {
        Fault[] cuts = new Fault[count];
        for (int i = 0; i < count; i++) {
            cuts[i] = i == 0 ? new Fault.Cut(20) : new Fault.Status(503, "");
        }
        return cuts;
    }

    @Test
    void startsAgainWhereTheFileWasReplacedWhileItWasRead() throws NotFetchedException, IOException {
        byte[] other = bytes(2, 150_000);
        sources.halfway("/data/file.bin", () -> sources.put("/data/file.bin", other, MODIFIED.plusSeconds(60)));
        Fetched fetched = web.download(file(new Checksum.Unknown()), folder);
        assertThat(Files.readAllBytes(fetched.file())).isEqualTo(other);
        assertThat(web.traffic().resumed()).isZero();
    }

    @Test
    void startsAgainWhereTheServerIgnoresRangesOrTheFileGotShorter() throws NotFetchedException, IOException {
        sources.script(Fault.of("file.bin", new Fault.Cut(70_000), new Fault.IgnoreRange()));
        assertThat(Files.readAllBytes(web.download(file(md5()), folder).file())).isEqualTo(BYTES);

        byte[] shorter = bytes(3, 10);
        Files.delete(folder.resolve("file.bin"));
        sources.put("/data/other.bin", BYTES, MODIFIED);
        sources.halfway("/data/other.bin", () -> sources.put("/data/other.bin", shorter, MODIFIED));
        RemoteFile other = new RemoteFile(address("data/other.bin"), "other.bin", 0, new Checksum.Unknown());
        assertThat(Files.readAllBytes(web.download(other, folder).file())).isEqualTo(shorter);
    }

    @Test
    void takesAPartThatIsAlreadyTheWholeFile() throws NotFetchedException, IOException {
        PartFile part = new PartFile(folder, "file.bin");
        part.begin(new PartFile.State(
                address("data/file.bin").toString(), "\"" + PubmedShelf.md5(BYTES) + "\"", "whenever"));
        Files.write(folder.resolve("file.bin.part"), BYTES);
        var _ = web.download(file(md5()), folder);
        assertThat(sources.asked()).extracting(Asked::status).containsExactly(416);
        assertThat(web.traffic().bytes()).isZero();
    }

    @Test
    void waitsAsLongAsTheHostAsks() throws NotFetchedException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                timing.now().plusSeconds(300).atZone(ZoneOffset.UTC));
        sources.script(Fault.of("file.bin", new Fault.Status(429, "120"), new Fault.Status(503, date)));
        var _ = web.download(file(md5()), folder);
        assertThat(timing.waited()).isBetween(Duration.ofSeconds(299), Duration.ofSeconds(310));
        assertThat(timing.longestPause()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void givesUpWhereTheHostAsksForTooLongOrFailsEachTime() {
        sources.script(Fault.of("file.bin", new Fault.Status(429, "100000")));
        assertThatThrownBy(() -> web.download(file(md5()), folder))
                .hasMessageContaining("answers 429 and asks to wait 100000 s");
        sources.script(_ -> Optional.of(new Fault.Status(500, "")));
        assertThatThrownBy(() -> web.text(address("data/file.bin?key=secret"), 10))
                .isInstanceOf(NotFetchedException.class)
                .hasMessageContaining("file.bin?…: it answers 500, tried 6 times")
                .hasMessageNotContaining("secret");
    }

    @Test
    void cutsAnAnswerThatComesTooSlowlyAndGoesOnWhereItWas() throws NotFetchedException, IOException {
        web.close();
        web = Web.open(FetchSettings.of(""), new FakeTiming(Duration.ofSeconds(30)));
        sources.script(_ -> Optional.of(new Fault.Drip()));
        byte[] got = Files.readAllBytes(web.download(file(md5()), folder).file());
        assertThat(got).isEqualTo(BYTES);
        assertThat(web.traffic().resumed()).isPositive();
    }

    @Test
    void fetchesAgainWhatHasTheWrongMd5AndSaysSoInTheEnd() throws NotFetchedException {
        sources.script(Fault.of("file.bin", new Fault.Garble()));
        assertThat(web.download(file(md5()), folder).md5()).isEqualTo(PubmedShelf.md5(BYTES));

        Checksum wrong = new Checksum.Md5("0".repeat(32));
        assertThatThrownBy(() -> web.download(file(wrong), folder))
                .isInstanceOfSatisfying(
                        NotFetchedException.class,
                        fault -> assertThat(fault.reason()).isEqualTo(Reason.WRONG_CHECKSUM))
                .hasMessageContaining("its source says " + "0".repeat(32) + ", fetched 3 times");
    }

    @Test
    void readsTheChecksumAgainWhereFileAndChecksumAreReplacedOneAfterTheOther() throws NotFetchedException {
        sources.put("/data/file.bin.md5", "MD5(file.bin)= 0123".getBytes(StandardCharsets.UTF_8), MODIFIED);
        assertThatThrownBy(() -> web.download(file(md5At()), folder)).hasMessageContaining("no MD5 stands in it");
        sources.put("/data/file.bin.md5", PubmedShelf.md5(bytes(2, 5)).getBytes(StandardCharsets.UTF_8), MODIFIED);
        sources.halfway("/data/file.bin", () -> sources.put("/data/file.bin.md5", md5Words(), MODIFIED));
        assertThat(web.download(file(md5At()), folder).md5()).isEqualTo(PubmedShelf.md5(BYTES));
    }

    @Test
    void asksForAPageOnlyWhereItHasChanged() throws NotFetchedException {
        Page page = web.page(address("data/file.bin"), 1_000_000);
        assertThat(web.pageIfChanged(address("data/file.bin"), 1_000_000, page)).isEmpty();
        assertThat(web.traffic().bytes()).isEqualTo(BYTES.length);
        assertThat(web.downloadIfChanged(file(new Checksum.Unknown()), folder, page))
                .isEmpty();
    }

    @Test
    void boundsWhatItTakes() {
        assertThatThrownBy(() -> web.text(address("data/file.bin"), 100)).hasMessageContaining("more than 100 bytes");
        assertThatThrownBy(() -> web.text(address("data/nothing"), 100))
                .isInstanceOfSatisfying(
                        NotFetchedException.class,
                        fault -> assertThat(fault.reason()).isEqualTo(Reason.GONE));
    }

    @Test
    void asksNobodyWithoutAContactAndNoHostWithoutTls() {
        assertThatThrownBy(() -> web.text(URI.create("https://example.org/a"), 10))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("fetch: contact:");
        try (Web known = Web.open(FetchSettings.of("library@example.org"), timing)) {
            assertThatThrownBy(() -> known.text(URI.create("http://example.org/a?k=secret"), 10))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("http://example.org/a?…: not https")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void saysWhoItIs() throws NotFetchedException {
        try (Web known = Web.open(FetchSettings.of("library@example.org"), timing)) {
            var _ = known.text(address("data/file.bin"), 1_000_000);
        }
        assertThat(sources.asked().getLast().userAgent()).isEqualTo("plumbline/0.1.0 (+mailto:library@example.org)");
    }

    @Test
    void followsRedirectsButNotToPlainHttpElsewhere() throws NotFetchedException {
        sources.redirect("/old", "/data/file.bin");
        sources.redirect("/away", "http://example.org/file.bin");
        sources.redirect("/round", "/round");
        assertThat(web.page(address("old"), 1_000_000).etag()).isNotEmpty();
        assertThatThrownBy(() -> web.text(address("away"), 10)).hasMessageContaining("plain http on example.org");
        assertThatThrownBy(() -> web.text(address("round"), 10)).hasMessageContaining("leads on and on");
    }

    @Test
    void keepsTheRateOfAHost() throws NotFetchedException {
        FetchSettings slow = new FetchSettings("", "", Set.of(), Map.of("127.0.0.1", 2.0), 0, 0, 0, 0, 0, 0, 0, 0);
        try (Web polite = Web.open(slow, timing)) {
            for (int i = 0; i < 12; i++) {
                var _ = polite.text(address("data/file.bin"), 1_000_000);
            }
        }
        assertThat(timing.waited()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void asksLessOftenWhereTheHostSaysThatItTakesLess() throws NotFetchedException {
        sources.sayAlways("X-Rate-Limit-Limit", "10");
        sources.sayAlways("X-Rate-Limit-Interval", "5s");
        for (int i = 0; i < 12; i++) {
            var _ = web.text(address("data/file.bin"), 1_000_000);
        }
        assertThat(timing.waited()).as("two a second: the first three are free").isEqualTo(Duration.ofMillis(4_500));
    }

    private RemoteFile file(Checksum checksum) {
        return new RemoteFile(address("data/file.bin"), "file.bin", 0, checksum);
    }

    private static Checksum md5() {
        return new Checksum.Md5(PubmedShelf.md5(BYTES));
    }

    private Checksum md5At() {
        return new Checksum.Md5At(address("data/file.bin.md5"));
    }

    private static byte[] md5Words() {
        return ("MD5(file.bin)= " + PubmedShelf.md5(BYTES)).getBytes(StandardCharsets.UTF_8);
    }

    private URI address(String path) {
        return sources.address().resolve(path);
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(int seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
