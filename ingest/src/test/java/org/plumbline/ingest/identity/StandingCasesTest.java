package org.plumbline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.citations.Article;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.intake.DatedName;
import org.plumbline.ingest.jats.PmcMetadata;
import org.plumbline.ingest.pubmed.PubmedFileName;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;

/// Each `standing/<case>.txt` holds files as their sources write them, each behind a line `--- <name>`, and behind
/// `--- expected` the articles that they make: standing, events, links between versions, studies. Every order of
/// the records gives them. What came out is written to `target/standing/`, to be looked at and, where it is right,
/// copied.
class StandingCasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void articlesStandAsExpected(Path fixture) throws IOException {
        StandingCase standing = StandingCase.read(fixture);
        List<SourceRecord> records = records(standing.files());
        String actual = StandingCase.described(articles(records));
        String inputs = standing.files().entrySet().stream()
                .map(file -> "--- " + file.getKey() + "\n" + file.getValue())
                .collect(Collectors.joining());
        Path folder = Files.createDirectories(Path.of("target", "standing"));
        Files.writeString(folder.resolve(fixture.getFileName()), inputs + "--- expected\n" + actual);
        assertThat(actual).isEqualTo(standing.expected());
        for (long seed = 1; seed <= 5; seed++) {
            List<SourceRecord> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(StandingCase.described(articles(shuffled)))
                    .as("seed %d", seed)
                    .isEqualTo(actual);
        }
        assertThat(StandingCase.described(apart(records)))
                .as("components apart")
                .isEqualTo(actual);
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(StandingCase.folder())) {
            List<Path> cases = files.sorted().toList();
            assertThat(cases).hasSizeGreaterThan(100);
            return cases;
        }
    }

    private static List<Article> articles(List<SourceRecord> records) {
        Collection<KnownRecord> known = KnownRecord.newest(records);
        return Identity.articles(known, events(known));
    }

    private static List<Article> apart(List<SourceRecord> records) {
        Collection<KnownRecord> known = KnownRecord.newest(records);
        List<IntegrityEvent> events = events(known);
        return Components.of(known).stream()
                .flatMap(component -> Identity.articles(component, events).stream())
                .sorted(Comparator.comparing(Article::id))
                .toList();
    }

    private static List<IntegrityEvent> events(Collection<KnownRecord> known) {
        return known.stream()
                .flatMap(each -> IntegrityEvent.in(each.record()).stream())
                .toList();
    }

    private static List<SourceRecord> records(Map<String, String> files) throws IOException {
        List<SourceRecord> records = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            String name = file.getKey();
            boolean sidecar = name.startsWith("PMC") && name.endsWith(".json");
            if (!sidecar) {
                String metadata = files.getOrDefault(name.replace(".xml", ".json"), "{}");
                StandingCase.reader(StandingCase.source(name))
                        .read(bytes(file.getValue()), inputFile(name), delivery -> {
                            if (delivery instanceof Delivery.Read read) {
                                records.add(completed(name, read.record(), metadata));
                            }
                        });
            }
        }
        return records;
    }

    private static SourceRecord completed(String name, SourceRecord record, String metadata) {
        try {
            return name.startsWith("PMC") ? PmcMetadata.read(bytes(metadata)).complete(record) : record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteArrayInputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private static InputFile inputFile(String name) {
        return name.startsWith("pubmed")
                ? PubmedFileName.inputFile(name)
                : new InputFile(name, DatedName.sequence(name));
    }
}
