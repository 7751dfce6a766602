package org.plumbline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Location;
import org.plumbline.citations.Part;
import org.plumbline.citations.Quote;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;

/// The real PubMed and PMC records at hand do not overlap, so each real full text is given a PubMed twin, with
/// revisions, deletions, and ids that are missing or another article's.
class TwinsOfRealArticlesTest {

    private static final String WHERE = "PLUMBLINE_TEST_DATA";
    private static final List<Delivery.Read> FULL_TEXTS = new ArrayList<>();

    @BeforeAll
    static void readTheFullTexts() throws IOException {
        String data = System.getenv(WHERE);
        Assumptions.assumeTrue(data != null || "true".equals(System.getenv("CI")), WHERE + " is not set");
        Path folder = Path.of(String.valueOf(data), "pmc-oa-opendata");
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(TwinsOfRealArticlesTest::read);
        }
    }

    @Test
    void anyOrderSplitOrRepetitionGivesTheSameArticles() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<SourceRecord> deliveries = deliveries(random, new HashMap<>());
        Collection<Article> expected = articles(deliveries);
        assertThat(expected.size()).as("seed %d", seed).isGreaterThanOrEqualTo(FULL_TEXTS.size());
        for (int round = 0; round < 5; round++) {
            List<SourceRecord> other = new ArrayList<>(deliveries);
            other.addAll(deliveries.subList(0, random.nextInt(deliveries.size())));
            Collections.shuffle(other, random);
            assertThat(articles(other)).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }

    /// Most twins meet their full text in one article, and no article holds two full texts.
    @Test
    void twinsMeetTheirFullTextsAndNoOthers() {
        long seed = System.nanoTime();
        List<SourceRecord> deliveries = deliveries(new Random(seed), new HashMap<>());
        int both = 0;
        for (Article article : articles(deliveries)) {
            List<String> records =
                    article.texts().stream().map(Article.ArticleText::record).toList();
            long fullTexts =
                    records.stream().filter(key -> key.startsWith("PMC:")).count();
            assertThat(fullTexts).as("seed %d, %s", seed, article.id()).isLessThanOrEqualTo(1);
            both += fullTexts == 1 && records.size() == 2 ? 1 : 0;
        }
        assertThat(both).as("seed %d", seed).isGreaterThan(FULL_TEXTS.size() / 2);
    }

    @Test
    void quotesMadeBeforeTheTwinArrivedStillVerify() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Text> texts = new HashMap<>();
        List<Quote> before = new ArrayList<>();
        for (Delivery.Read read : FULL_TEXTS) {
            Text text = read.text();
            if (text != null) {
                texts.put(text.id().value(), text);
                before.add(anyQuote(text, random));
            }
        }
        List<SourceRecord> deliveries = deliveries(random, texts);
        Map<String, Article> byText = new HashMap<>();
        articles(deliveries)
                .forEach(article ->
                        article.texts().forEach(text -> byText.put(text.textId().value(), article)));
        for (Quote quote : before) {
            String text = quote.location().textId().value();
            assertThat(byText)
                    .as("seed %d: an article has the quoted text", seed)
                    .containsKey(text);
            assertThat(quote.written().check(Objects.requireNonNull(texts.get(text))))
                    .as("seed %d", seed)
                    .isEqualTo(quote);
        }
    }

    private static void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            InputFile name = new InputFile(file.getFileName().toString(), 1);
            new JatsReader().read(in, name, delivery -> {
                if (delivery instanceof Delivery.Read read) {
                    FULL_TEXTS.add(read);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<Article> articles(List<SourceRecord> deliveries) {
        Collection<KnownRecord> known = KnownRecord.newest(deliveries);
        List<IntegrityEvent> events = known.stream()
                .flatMap(each -> IntegrityEvent.in(each.record()).stream())
                .toList();
        return Identity.articles(known, events);
    }

    /// The full texts and their twins' versions; the twins' texts are put beside the others.
    private static List<SourceRecord> deliveries(Random random, Map<String, Text> texts) {
        List<SourceRecord> deliveries = new ArrayList<>();
        for (int number = 0; number < FULL_TEXTS.size(); number++) {
            SourceRecord fullText = FULL_TEXTS.get(number).record();
            deliveries.add(fullText);
            String pmid = fullText.ids().pmid() == null
                    ? "99" + (1_000_000 + number)
                    : fullText.ids().pmid();
            int versions = 1 + random.nextInt(3);
            for (int version = 0; version < versions; version++) {
                Text text = abstractOf(FULL_TEXTS.get(number), version);
                texts.put(text.id().value(), text);
                deliveries.add(twin(fullText, pmid, version, text, random));
            }
            if (random.nextInt(20) == 0) {
                deliveries.add(SourceRecord.tombstone(Source.PUBMED, pmid, order(9, number)));
            }
        }
        return deliveries;
    }

    private static SourceRecord twin(SourceRecord of, String pmid, int version, Text text, Random random) {
        int dice = random.nextInt(20);
        SourceRecord other = FULL_TEXTS.get(random.nextInt(FULL_TEXTS.size())).record();
        @Nullable
        String doi = dice == 0 ? other.ids().doi() : dice < 4 ? null : of.ids().doi();
        @Nullable String pmcid = random.nextInt(3) == 0 ? null : of.ids().pmcid();
        return SourceRecord.draft(Source.PUBMED, pmid, order(version, Math.floorMod(pmid.hashCode(), 30_000)))
                .ids(new ArticleIds(pmid, pmcid, doi))
                .textId(text.id())
                .bibliography(of.bibliography())
                .status("MEDLINE")
                .registryNumbers(of.registryNumbers())
                .record();
    }

    private static SourceOrder order(int version, int position) {
        return new SourceOrder(9_900_001 + version, 1, position);
    }

    private static Text abstractOf(Delivery.Read read, int version) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                0,
                Part.TITLE,
                Role.OTHER,
                List.of(),
                read.record().bibliography().title()));
        Text text = read.text();
        if (text != null) {
            text.sections().stream()
                    .filter(section -> section.part() == Part.ABSTRACT)
                    .forEach(section -> sections.add(Section.of(
                            sections.size(),
                            Part.ABSTRACT,
                            section.role(),
                            section.heading(),
                            section.content() + " ".repeat(version))));
        }
        return Text.of(TextKind.MEDLINE_ABSTRACT, sections);
    }

    private static Quote anyQuote(Text text, Random random) {
        List<Section> worded = text.sections().stream()
                .filter(section -> section.content().length() > 2)
                .toList();
        Section section = worded.get(random.nextInt(worded.size()));
        int start = section.content().offsetByCodePoints(0, 1);
        return text.quote(new Location(
                text.id(), section.number(), start, section.content().length()));
    }
}
