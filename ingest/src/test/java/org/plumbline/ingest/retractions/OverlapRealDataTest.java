package org.plumbline.ingest.retractions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Standing;
import org.plumbline.ingest.identity.Identity;
import org.plumbline.ingest.identity.KnownRecord;
import org.plumbline.ingest.intake.Sidecar;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.jats.PmcMetadata;
import org.plumbline.ingest.pubmed.PubmedFileName;
import org.plumbline.ingest.pubmed.PubmedReader;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.RecordReader;

/// Everything here that has an identifier, as articles, with the lists of notices: exactly those are marked that a
/// script of its own (`src/test/scripts/retraction_overlap.py`), which sees the raw files only, finds in both.
class OverlapRealDataTest {

    private static final String WHERE = "PLUMBLINE_TEST_DATA";
    private static final Pattern PUBMED_ID = Pattern.compile("(?m)^\\d+,(\\d+),");

    @Test
    void exactlyTheOverlapIsMarked() throws Exception {
        String set = System.getenv(WHERE);
        Assumptions.assumeTrue(set != null || "true".equals(System.getenv("CI")), WHERE + " is not set");
        Path data = Path.of(String.valueOf(set));
        List<SourceRecord> records = new ArrayList<>();
        for (Path file : files(data.resolve("pubmed"), data.resolve("pubmed-xml"))) {
            read(
                    new PubmedReader(),
                    file,
                    PubmedFileName.inputFile(file.getFileName().toString()),
                    records);
        }
        for (Path file : files(data.resolve("pmc-oa-opendata"))) {
            read(new JatsReader(), file, new InputFile(file.getFileName().toString(), 1), records);
        }
        minimal(data, records);
        for (String list : List.of("retractions_dates.tsv", "retraction_watch_etl_sampled.csv")) {
            read(new RetractionReader(), data.resolve("retractions").resolve(list), new InputFile(list, 0), records);
        }
        List<Article> articles = articles(records);
        SortedMap<String, String> marked = marked(articles);
        System.out.println("marked " + marked.size() + " of " + articles.size() + " articles: " + marked);
        assertThat(marked).isEqualTo(expected(data));
        assertThat(marked).hasSize(10);
        assertThat(articles).hasSize(5_120);
        for (Article article : articles) {
            String kinds = marked.getOrDefault(article.id(), "");
            boolean retracted = Stream.of(kinds.split(",")).anyMatch(kind -> kind.startsWith("RETRACTION"));
            if (retracted && !kinds.contains("REINSTATEMENT")) {
                assertThat(article.standing()).as(article.id()).isEqualTo(Standing.RETRACTED);
            }
        }
    }

    private static SortedMap<String, String> marked(List<Article> articles) {
        SortedMap<String, String> marked = new TreeMap<>();
        for (Article article : articles) {
            TreeSet<String> kinds = article.events().stream()
                    .filter(event -> event.record().startsWith("RETRACTION_WATCH:")
                            || event.record().startsWith("NOTICE_LIST:"))
                    .map(event -> event.kind().name())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!kinds.isEmpty()) {
                marked.put(article.id(), String.join(",", kinds));
            }
        }
        return marked;
    }

    private static SortedMap<String, String> expected(Path data) throws IOException, InterruptedException {
        Path script = Path.of("src", "test", "scripts", "retraction_overlap.py");
        Process python = new ProcessBuilder("python3", script.toString(), data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        SortedMap<String, String> expected = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t")).forEach(cells -> expected.put(cells[0], cells[1]));
        }
        assertThat(python.waitFor()).isZero();
        return expected;
    }

    /// The articles of which only the PMID is here.
    private static void minimal(Path data, List<SourceRecord> records) throws IOException {
        TreeSet<String> pmids = new TreeSet<>();
        try (Stream<Path> files = Files.list(data.resolve("retrieval/cohen2006-screening"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                PUBMED_ID
                        .matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(pmids::add);
            }
        }
        JsonNode questions =
                Json.LINE.readTree(data.resolve("claims/pubmedqa/pqal.json").toFile());
        questions.fieldNames().forEachRemaining(pmids::add);
        pmids.forEach(pmid -> records.add(minimal(pmid)));
    }

    private static SourceRecord minimal(String pmid) {
        return SourceRecord.draft(Source.PUBMED, pmid, new SourceOrder(-1, 1, 0))
                .ids(new ArticleIds(pmid, null, null))
                .record();
    }

    private static List<Article> articles(List<SourceRecord> records) {
        Collection<KnownRecord> known = KnownRecord.newest(records);
        List<IntegrityEvent> events = known.stream()
                .flatMap(each -> IntegrityEvent.in(each.record()).stream())
                .toList();
        return Identity.articles(known, events);
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().matches(".*\\.xml(\\.gz)?"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static void read(RecordReader reader, Path file, InputFile name, List<SourceRecord> records)
            throws IOException {
        Optional<PmcMetadata> sidecar = reader instanceof JatsReader ? Sidecar.find(file) : Optional.empty();
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(in, name, delivery -> {
                if (delivery instanceof Delivery.Read read) {
                    records.add(
                            sidecar.map(about -> about.complete(read.record())).orElse(read.record()));
                }
            });
        }
    }
}
