package org.plumbline.ingest.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.ingest.fetch.FetchSettings;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.Timing;
import org.plumbline.ingest.fetch.Web;

class ServicesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:15:00Z"), ZoneOffset.UTC);
    private static final String CUT = "{\"message\": {\"items\": [{\"DOI\": \"10.99";

    @TempDir
    private Path home;

    private Service service;
    private Web web;

    @BeforeEach
    void open() throws IOException {
        service = new Service();
        web = Web.open(FetchSettings.of("library@example.org"), new NoWaiting());
    }

    @AfterEach
    void close() {
        web.close();
        service.close();
    }

    @Test
    void followsCrossrefsCursorToTheEmptyPage() throws IOException {
        service.then("/works", 200, crossref("two", "10.9999/a", "10.9999/b"))
                .then("/works", 200, crossref("three", "10.9999/c"))
                .then("/works", 200, crossref("four"));
        Answers answers = Answers.of(home, Source.CROSSREF, CLOCK);
        Pages.Outcome outcome = new Pages(web, answers).fetch(updates());
        assertThat(outcome).isEqualTo(new Pages.Outcome(3, 3, null));
        assertThat(service.asked()).hasSize(3);
        assertThat(service.asked().getFirst())
                .contains(
                        "update-type:retraction,", ",update-type:reinstatement,from-index-date:2026-11-01", "cursor=*")
                .contains("mailto=library@example.org");
        assertThat(service.asked().getLast()).contains("cursor=three");
        assertThat(names(answers.untaken()))
                .containsExactly(
                        "crossref-20261123T081500Z-00001.json",
                        "crossref-20261123T081500Z-00002.json",
                        "crossref-20261123T081500Z-00003.json");
        assertThat(Files.readString(answers.untaken().get(1))).isEqualTo(crossref("three", "10.9999/c"));
        List<Path> came = answers.untaken();
        answers.taken(came);
        assertThat(answers.untaken()).isEmpty();
        assertThat(came).as("quarantine names them where they came").allMatch(Files::exists);
    }

    @Test
    void keepsTheNewestOfTheTakenAndAllThatAreNot() {
        Answers answers = Answers.of(home, Source.CROSSREF, CLOCK);
        for (int page = 1; page <= 150; page++) {
            var _ = answers.keep("20261123T081500Z", page, ".json", "{}");
        }
        List<Path> first = answers.untaken().subList(0, 120);
        answers.taken(first);
        assertThat(first.stream().filter(Files::exists)).hasSize(100).contains(first.get(20), first.getLast());
        assertThat(answers.untaken()).hasSize(30);
    }

    @Test
    void asksAgainForAPageThatCameCut() {
        service.then("/works", 200, CUT)
                .then("/works", 200, crossref("two", "10.9999/a"))
                .then("/works", 200, crossref("x"));
        assertThat(fetch(updates())).isEqualTo(new Pages.Outcome(2, 1, null));
    }

    @Test
    void saysWhatIsMissingWhereAPageStaysCut() {
        service.then("/works", 200, crossref("two", "10.9999/a")).then("/works", 200, CUT);
        Pages.Outcome outcome = fetch(updates());
        assertThat(outcome.pages()).isEqualTo(1);
        assertThat(outcome.missing())
                .isEqualTo(
                        "after 1 pages with 1 records: 127.0.0.1/works: no whole JSON came, 3 times; run this again");
        assertThat(Answers.of(home, Source.CROSSREF, CLOCK).untaken()).hasSize(1);
    }

    @Test
    void keepsWhatCameBeforeACursorExpired() {
        service.then("/works", 200, crossref("two", "10.9999/a")).then("/works", 400, "{\"status\": \"failed\"}");
        Pages.Outcome outcome = fetch(updates());
        assertThat(outcome.records()).isEqualTo(1);
        assertThat(outcome.missing())
                .startsWith("after 1 pages with 1 records: ")
                .endsWith("; run this again");
        assertThat(Answers.of(home, Source.CROSSREF, CLOCK).untaken()).hasSize(1);
    }

    @Test
    void asksForDoisTogetherAndPassesOverAnUnknownOne() {
        List<String> dois = new ArrayList<>(List.of("10.9999/with,comma", "nonsense", "https://doi.org/10.9999/X"));
        for (int i = 0; i < 45; i++) {
            dois.add("10.9999/" + i);
        }
        service.then("/works", 200, crossref("", "10.9999/x", "10.9999/0"))
                .then("/works", 200, crossref("", "10.9999/44"));
        CrossrefWorks works = new CrossrefWorks(service.address(), dois, "");
        assertThat(fetch(works)).isEqualTo(new Pages.Outcome(2, 3, null));
        assertThat(service.asked()).hasSize(3);
        assertThat(service.asked().getFirst()).startsWith("/works/10.9999/with,comma");
        assertThat(service.asked().get(1))
                .contains("doi:10.9999/x,doi:10.9999/0,")
                .contains("rows=40");
        assertThat(fetch(new CrossrefWorks(service.address(), List.of(), ""))).isEqualTo(new Pages.Outcome(0, 0, null));
    }

    @Test
    void followsEuropePmcsMarkUntilItRepeats() {
        service.then("/search", 200, europePmc(3, "AoE", "1", "2"))
                .then("/search", 200, europePmc(3, "AoF", "3"))
                .then("/search", 200, europePmc(3, "AoF", "3"));
        EuropePmcQuery query = new EuropePmcQuery(service.address(), "TITLE:gout", 2);
        Pages.Outcome outcome = new Pages(web, Answers.of(home, Source.EUROPE_PMC, CLOCK)).fetch(query);
        assertThat(outcome.missing()).isNull();
        assertThat(service.asked())
                .hasSize(3)
                .first()
                .asString()
                .contains("query=TITLE:gout", "resultType=core", "cursorMark=*");
    }

    @Test
    void saysWhenAServiceGaveFewerThanItSaid() {
        service.then("/search", 200, europePmc(500, "AoE", "1", "2")).then("/search", 200, europePmc(500, "AoE"));
        EuropePmcQuery query = new EuropePmcQuery(service.address(), "gout", 2);
        Pages.Outcome outcome = new Pages(web, Answers.of(home, Source.EUROPE_PMC, CLOCK)).fetch(query);
        assertThat(outcome.missing()).contains("said 500 records and gave 2");
    }

    @Test
    void followsTheTokensOfTrials() {
        service.then("/studies", 200, "{\"totalCount\": 2, \"studies\": [{}], \"nextPageToken\": \"t2\"}")
                .then("/studies", 200, "{\"studies\": [{}]}");
        TrialQuery query = new TrialQuery(service.address(), "", List.of("NCT01234567", "NCT07654321"), 1);
        Pages.Outcome outcome = new Pages(web, Answers.of(home, Source.CLINICAL_TRIALS, CLOCK)).fetch(query);
        assertThat(outcome).isEqualTo(new Pages.Outcome(2, 2, null));
        assertThat(service.asked().getFirst()).contains("filter.ids=NCT01234567|NCT07654321", "countTotal=true");
        assertThat(service.asked().getLast()).contains("pageToken=t2").doesNotContain("countTotal");
    }

    @Test
    void fetchesTheListOfRetractionsOnlyWhereItChanged() throws NotFetchedException {
        service.then("/list.csv", 200, "first", "\"1\"")
                .then("/list.csv", 200, "first", "\"1\"")
                .then("/list.csv", 200, "second", "\"2\"");
        Answers answers = Answers.of(home, Source.RETRACTION_WATCH, CLOCK);
        WatchList list = new WatchList(web, answers);
        URI address = URI.create(service.address() + "/list.csv");
        assertThat(list.fetch(address)).isTrue();
        assertThat(names(answers.untaken())).containsExactly("retraction_watch-20261123.csv");
        answers.taken(answers.untaken());
        assertThat(list.fetch(address)).isFalse();
        assertThat(answers.untaken()).isEmpty();
        assertThat(list.fetch(address)).isTrue();
        assertThat(answers.untaken())
                .as("another list of the same day")
                .singleElement()
                .satisfies(file -> assertThat(file).hasContent("second"));
    }

    private CrossrefUpdates updates() {
        return new CrossrefUpdates(service.address(), LocalDate.parse("2026-11-01"), "library@example.org");
    }

    private Pages.Outcome fetch(Query query) {
        return new Pages(web, Answers.of(home, Source.CROSSREF, CLOCK)).fetch(query);
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static String crossref(String nextCursor, String... dois) {
        List<String> items =
                List.of(dois).stream().map(doi -> "{\"DOI\": \"" + doi + "\"}").toList();
        return "{\"status\": \"ok\", \"message\": {\"next-cursor\": \"" + nextCursor + "\", \"items\": " + items + "}}";
    }

    private static String europePmc(int hits, String nextMark, String... ids) {
        List<String> results = List.of(ids).stream()
                .map(id -> "{\"source\": \"MED\", \"id\": \"" + id + "\"}")
                .toList();
        return "{\"hitCount\": " + hits + ", \"nextCursorMark\": \"" + nextMark + "\", \"resultList\": {\"result\": "
                + results + "}}";
    }

    /// Time that passes at once.
    private static final class NoWaiting implements Timing {

        private final AtomicLong nanos = new AtomicLong();

        @Override
        public Instant now() {
            return CLOCK.instant().plusNanos(nanos.get());
        }

        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public void pause(Duration span) {
            nanos.addAndGet(span.toNanos());
        }

        @Override
        public double jitter() {
            return 0.5;
        }
    }
}
