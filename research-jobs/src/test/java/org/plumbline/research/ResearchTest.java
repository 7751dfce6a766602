package org.plumbline.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.research.report.Excluded;
import org.plumbline.research.report.JsonReport;
import org.plumbline.research.report.LedgerEntry;
import org.plumbline.research.report.Outcome;
import org.plumbline.research.report.Reference;
import org.plumbline.research.report.Report;

class ResearchTest {

    private static final String[] GOUT = {
        "--question",
        "Does zelotrine prevent gout flares in adults with gout?",
        "--population",
        "adults with gout",
        "--intervention",
        "zelotrine",
        "--comparator",
        "placebo",
        "--outcome",
        "gout flares"
    };

    @TempDir
    private Path home;

    private Runs runs = new Runs(Path.of("."));

    @BeforeEach
    void publishTheLibrary() throws IOException {
        Library.onGout().publish(home);
        runs = new Runs(home);
    }

    @Test
    void answersAQuestionWithQuotesAndCounts() throws IOException {
        String id = runs.done(GOUT);
        Report report = report(id);
        assertThat(report.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(report.references()).extracting(Reference::articleId).containsExactly("pmid:2", "pmid:1");
        assertThat(report.findings().getFirst().outcome()).isEqualTo("Gout flares");
        assertThat(report.ledger())
                .extracting(LedgerEntry::wording)
                .contains(
                        "Zelotrine did not reduce gout flares in primary care.",
                        "Adverse events were more frequent with zelotrine than with placebo (30 of 150 vs 14 of 149"
                                + " patients; P = .01).")
                .noneMatch(words -> words.startsWith("This difference"));
        assertThat(runs.files(id))
                .containsOnlyKeys(
                        "request.json",
                        "plan.json",
                        "passages.jsonl",
                        "evidence.jsonl",
                        "rejected.jsonl",
                        "sources.jsonl",
                        "claims.jsonl",
                        "verdicts.jsonl",
                        "report.json",
                        "report.html",
                        "report.md");
    }

    @Test
    void leavesOutRetractedAndPreprintAndSecondReportsAndSaysWhy() throws IOException {
        Report report = report(runs.done(GOUT));
        assertThat(report.excluded())
                .extracting(Excluded::articleId, Excluded::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("pmid:3", Excluded.Reason.RETRACTED),
                        org.assertj.core.groups.Tuple.tuple("pmid:5", Excluded.Reason.PREPRINT),
                        org.assertj.core.groups.Tuple.tuple("pmid:4", Excluded.Reason.DUPLICATE_REPORT));
        assertThat(report.ledger()).extracting(LedgerEntry::articleId).doesNotContain("pmid:3", "pmid:5", "pmid:6");
    }

    @Test
    void readsPreprintsWhereTheyAreAskedFor() throws IOException {
        String[] request =
                Stream.concat(Stream.of(GOUT), Stream.of("--include-preprints")).toArray(String[]::new);
        assertThat(report(runs.done(request)).references())
                .extracting(Reference::articleId)
                .contains("pmid:5");
    }

    @Test
    void refusesToAnswerWithStudiesOfAnotherDrug() throws IOException {
        String id = runs.done(
                "--question",
                "Is intranasal kryptonite effective for gout?",
                "--intervention",
                "kryptonite",
                "--population",
                "adults with gout");
        Report report = report(id);
        assertThat(report.outcome()).isEqualTo(Outcome.NO_ELIGIBLE_EVIDENCE);
        assertThat(report.ledger()).isEmpty();
        assertThat(report.methods().unknownWords()).containsExactly("kryptonite");
        assertThat(report.nearestMisses()).isNotEmpty();
        assertThat(runs.run("verify", id).exit()).isZero();
    }

    @Test
    void givesTheSameBytesForTheSameRequest() throws IOException {
        String one = runs.done(GOUT);
        String other = runs.done(GOUT);
        assertThat(one).isNotEqualTo(other);
        assertThat(runs.files(other)).isEqualTo(runs.files(one));
    }

    /// The same for lists of sources, whichever of their entries it is by which a source is on one.
    @Test
    void neverShowsWhatAnExcludedListHoldsAndOnlyWhatAChosenOneDoes() throws IOException {
        Path lists = Files.createDirectories(home.resolve("lists"));
        Files.writeString(
                lists.resolve("invented.yaml"),
                "id: invented\ntitle: Invented sources\njournals:\n  - title: Annals of Made-up Medicine\n");
        String without = runs.done(with("--exclude-sources", "invented"));
        assertThat(runs.file(without, "passages.jsonl")).doesNotContain("Annals of Made-up Medicine");
        assertThat(runs.file(without, "passages.jsonl")).contains("Journal of Invented Rheumatology");
        assertThat(runs.file(without, "report.json")).contains("no sources of “Invented sources”");
        String only = runs.done(with("--sources", "invented"));
        assertThat(runs.file(only, "passages.jsonl").lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"title\":\"Annals of Made-up Medicine\""));
        Files.delete(lists.resolve("invented.yaml"));
        assertThat(runs.run("verify", only).exit()).as("a job keeps its lists").isZero();

        assertThat(runs.run(submit("--sources", "invented")).err()).contains("there are cochrane, guidelines");
        assertThat(runs.run(submit("--sources", "cochrane", "--exclude-sources", "cochrane"))
                        .err())
                .contains("both name cochrane");
        assertThat(runs.run("lists").out()).contains("cochrane ", "guidelines ");
        assertThat(runs.run("lists", "cochrane").out()).contains("1469-493X");
        assertThat(runs.run("lists", "--json").out()).endsWith("{\"lists\":3}\n");
    }

    private static String[] with(String... more) {
        return Stream.concat(Stream.of(GOUT), Stream.of(more)).toArray(String[]::new);
    }

    private static String[] submit(String... more) {
        return Stream.concat(Stream.of("submit"), Stream.of(with(more))).toArray(String[]::new);
    }

    /// Whatever is excluded appears nowhere in the job: not in the report, and not in what was left out of it.
    @Test
    void neverShowsWhatTheRequestExcludes() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> journals = List.of(
                "Journal of Invented Rheumatology", "Annals of Made-up Medicine", "Invented Preprints", "9999-0002");
        for (int round = 0; round < 6; round++) {
            String excluded = journals.get(random.nextInt(journals.size()));
            int since = 2017 + random.nextInt(6);
            String[] request = Stream.concat(
                            Stream.of(GOUT),
                            Stream.of("--exclude-journals", excluded, "--since", String.valueOf(since)))
                    .toArray(String[]::new);
            String id = runs.done(request);
            assertThat(runs.file(id, "passages.jsonl").lines())
                    .as("seed %d: without %s, since %d", seed, excluded, since)
                    .noneMatch(line -> line.contains("\"title\":\"" + excluded + "\"")
                            || line.contains("\"issns\":[\"" + excluded + "\"]"))
                    .noneMatch(line -> line.matches(".*\"date\":\\{\"year\":20(0\\d|1[0-6]).*"));
            assertThat(report(id).references())
                    .as("seed %d", seed)
                    .allMatch(reference -> !reference.vancouver().contains(excluded)
                            && reference.year() != null
                            && reference.year() >= since);
            assertThat(runs.run("verify", id).exit()).as("seed %d", seed).isZero();
        }
    }

    @Test
    void verifiesEveryQuoteInSourcesAndSnapshot() {
        String id = runs.done(GOUT);
        Runs.Answer answer = runs.run("verify", id);
        assertThat(answer.exit()).as(answer.out()).isZero();
        assertThat(answer.out()).contains("quotes verbatim in the job's sources and in its snapshot");
        assertThat(runs.run("verify", id, "--json").out()).contains("\"problems\":[]");
    }

    @Test
    void verifiesFromTheJobsSourcesWhenTheSnapshotIsGone() throws IOException {
        String id = runs.done(GOUT);
        Files.move(home.resolve("index"), home.resolve("index-gone"));
        Runs.Answer answer = runs.run("verify", id);
        assertThat(answer.exit()).as(answer.out()).isZero();
        assertThat(answer.out()).contains("quotes verbatim in the job's sources;");
    }

    /// One altered character in any file of a finished job is found, wherever it is.
    @Test
    void findsOneAlteredCharacterInAnyFile() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String id = runs.done(GOUT);
        for (Map.Entry<String, String> file : runs.files(id).entrySet()) {
            if (file.getValue().isEmpty()) {
                continue;
            }
            StringBuilder altered = new StringBuilder(file.getValue());
            int at = random.nextInt(altered.length());
            altered.setCharAt(at, altered.charAt(at) == 'x' ? 'y' : 'x');
            Files.writeString(runs.job(id).resolve(file.getKey()), altered);
            Runs.Answer answer = runs.run("verify", id);
            assertThat(answer.exit())
                    .as("seed %d: %s altered at %d: %s", seed, file.getKey(), at, answer.out() + answer.err())
                    .isBetween(1, 2);
            Files.writeString(runs.job(id).resolve(file.getKey()), file.getValue());
        }
        assertThat(runs.run("verify", id).exit()).isZero();
    }

    /// A forger who also forgets the digests is found by the words alone.
    @Test
    void findsAnAlteredQuoteWithoutTheDigests() throws IOException {
        String id = runs.done(GOUT);
        Path state = runs.job(id).resolve("job.json");
        Files.writeString(state, Files.readString(state).replaceAll(",\"digests\":\\{[^}]*}", ""));
        for (String name : List.of("claims.jsonl", "report.json", "sources.jsonl")) {
            String words = runs.file(id, name);
            Files.writeString(runs.job(id).resolve(name), words.replaceFirst("31 of 150", "13 of 150"));
            Runs.Answer answer = runs.run("verify", id);
            assertThat(answer.exit()).as(name + ": " + answer.out()).isEqualTo(1);
            Files.writeString(runs.job(id).resolve(name), words);
        }
        assertThat(runs.run("verify", id).exit()).isZero();
    }

    @Test
    void handsOverTheReportInEachFormat() throws IOException {
        String id = runs.done(GOUT);
        Path out = home.resolve("report.html");
        assertThat(runs.run("report", id, "--format", "html", "--out", out.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(out)).isEqualTo(runs.file(id, "report.html"));
        assertThat(runs.run("report", id, "--format", "md", "--out", "-").out()).startsWith("# Does zelotrine");
        assertThat(runs.run("report", id, "--format", "json", "--out", "-").out())
                .isEqualTo(runs.file(id, "report.json"));
    }

    @Test
    void purgesAllOfAJob() {
        String id = runs.done(GOUT);
        Runs.Answer answer = runs.run("purge", id.substring(0, id.length() - 1));
        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("report.json", "request.json", "sources.jsonl");
        assertThat(home.resolve("jobs")).isEmptyDirectory();
        assertThat(runs.run("status", id).exit()).isEqualTo(2);
    }

    @Test
    void keepsTheQuestionOutOfWhatItTellsWhileItWorks() {
        runs.run(Stream.concat(Stream.of("submit"), Stream.of(GOUT)).toArray(String[]::new));
        assertThat(runs.run("work", "--drain").err().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("zelotrine", "gout");
    }

    @Test
    void saysInOneLineWhatIsWrong() {
        assertThat(runs.run("submit", "--question", "gout?").err())
                .contains("question has 5 characters")
                .hasLineCount(1);
        Runs.Answer design = runs.run("submit", "--question", "Does it help in gout?", "--design", "rct");
        assertThat(design.exit()).isEqualTo(2);
        assertThat(design.err())
                .contains("\"rct\"", "randomised-trial", "cohort")
                .hasLineCount(1);
        Runs.Answer years =
                runs.run("submit", "--question", "Does it help in gout?", "--since", "2020", "--until", "2010");
        assertThat(years.exit()).isEqualTo(2);
        assertThat(years.err()).contains("2020", "2010").hasLineCount(1);
        assertThat(runs.run("verify", "nosuch").exit()).isEqualTo(2);
    }

    @Test
    void refusesToWorkWithoutAnIndex() throws IOException {
        Files.move(home.resolve("index"), home.resolve("index-gone"));
        runs.run(Stream.concat(Stream.of("submit"), Stream.of(GOUT)).toArray(String[]::new));
        Runs.Answer answer = runs.run("work", "--drain");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("index build");
        assertThat(runs.run("list").out()).contains("queued");
    }

    private Report report(String id) throws IOException {
        return JsonReport.read(runs.file(id, "report.json"));
    }
}
