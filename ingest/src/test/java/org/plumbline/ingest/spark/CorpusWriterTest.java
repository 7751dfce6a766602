package org.plumbline.ingest.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Article;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.corpus.TakenFiles;
import org.plumbline.ingest.identity.Identity;
import org.plumbline.ingest.identity.KnownRecord;
import org.plumbline.ingest.identity.RandomPublications;
import org.plumbline.ingest.identity.RandomPublications.Delivered;
import org.plumbline.ingest.text.JsonLinesReader;

class CorpusWriterTest {

    private static final long SEED = 7;
    private static final ArticleUpdate.Limits ALWAYS_PARTLY = new ArticleUpdate.Limits(0, 0, 0);

    private static final ArticleUpdate.Limits PARTLY_IN_MEMORY = new ArticleUpdate.Limits(0, 1_000, 1_000);

    @TempDir
    private static Path scratch;

    private static LocalSpark spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openSpark() {
        spark = LocalSpark.open(scratch);
    }

    @AfterAll
    static void stopSpark() {
        spark.close();
    }

    @Test
    void orderRepetitionAndSplittingOfTheIntakeGiveTheSameContent() {
        List<Delivered> deliveries = RandomPublications.deliveries(SEED, 40);
        CurrentCorpus whole = take("whole", ArticleUpdate.Limits.DEFAULT, List.of(deliveries));
        CurrentCorpus parts = take("parts", ArticleUpdate.Limits.DEFAULT, shuffled(deliveries, 3));
        CurrentCorpus partly = take("partly", ALWAYS_PARTLY, shuffled(deliveries, 2));
        CurrentCorpus inMemory = take("in-memory", PARTLY_IN_MEMORY, shuffled(deliveries, 4));
        assertThat(parts.digest()).as("seed %d, computed whole", SEED).isEqualTo(whole.digest());
        assertThat(partly.digest()).as("seed %d, touched components", SEED).isEqualTo(whole.digest());
        assertThat(inMemory.digest()).as("seed %d, in memory", SEED).isEqualTo(whole.digest());
        assertThat(partly.counts()).isEqualTo(parts.counts());
        assertThat(articles("partly")).as("seed %d", SEED).isEqualTo(expected(deliveries));
    }

    @Test
    void countsWhatBecameOfRecordsAndKeepsWhatWasRefused() {
        List<Delivered> deliveries = RandomPublications.deliveries(SEED, 12);
        Path file = JsonLinesReader.write(folder.resolve("in/a.xml"), deliveries);
        CorpusHome home = CorpusHome.create(folder.resolve("counted"));
        RunReport first = write(home, ArticleUpdate.Limits.DEFAULT, file);
        long keys =
                deliveries.stream().map(each -> each.record().key()).distinct().count();
        assertThat(first.records().seen()).isEqualTo(deliveries.size());
        assertThat(first.records().added() + first.records().deleted()).isEqualTo(keys);
        assertThat(TakenFiles.of(home, Source.PUBMED).names()).containsExactly("a.xml");

        Path again = JsonLinesReader.write(folder.resolve("in/b.xml"), deliveries.subList(0, 3));
        append(again, "not a delivery\n");
        RunReport second = write(home, ArticleUpdate.Limits.DEFAULT, again);
        assertThat(second.records().added() + second.records().deleted()).isZero();
        assertThat(second.quarantined()).containsOnlyKeys("malformed-xml");
        assertThat(second.articles()).isEqualTo(first.articles());
        assertThat(CurrentCorpus.find(home).orElseThrow().counts().quarantined())
                .isEqualTo(1);
    }

    private CurrentCorpus take(String name, ArticleUpdate.Limits limits, List<List<Delivered>> runs) {
        CorpusHome home = CorpusHome.create(folder.resolve(name));
        int number = 0;
        for (List<Delivered> run : runs) {
            write(home, limits, JsonLinesReader.write(folder.resolve("in-" + name + "/same.xml"), run));
            number++;
        }
        CurrentCorpus current = CurrentCorpus.find(home).orElseThrow();
        assertThat(current.version()).isEqualTo(number);
        return current;
    }

    private static RunReport write(CorpusHome home, ArticleUpdate.Limits limits, Path file) {
        return spark.write(home, limits, Source.PUBMED, JsonLinesReader::new, file);
    }

    /// The deliveries in another order, the first third of them twice, in so many runs.
    private static List<List<Delivered>> shuffled(List<Delivered> deliveries, int runs) {
        List<Delivered> shuffled = new ArrayList<>(deliveries);
        shuffled.addAll(deliveries.subList(0, deliveries.size() / 3));
        Collections.shuffle(shuffled, new Random(SEED + runs));
        List<List<Delivered>> parts = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            parts.add(shuffled.subList(shuffled.size() * run / runs, shuffled.size() * (run + 1) / runs));
        }
        return parts;
    }

    private List<Article> articles(String name) {
        List<Row> rows = spark.rows(CorpusHome.existing(folder.resolve(name)), "articles")
                .select("article")
                .orderBy("article_id")
                .collectAsList();
        return rows.stream()
                .map(row -> Json.read(row.getString(0), Article.class))
                .sorted(Comparator.comparing(Article::id))
                .toList();
    }

    private static List<Article> expected(List<Delivered> deliveries) {
        Collection<KnownRecord> known =
                KnownRecord.newest(deliveries.stream().map(Delivered::record).toList());
        List<IntegrityEvent> events = known.stream()
                .flatMap(each -> IntegrityEvent.in(each.record()).stream())
                .toList();
        return Identity.articles(known, events);
    }

    private static void append(Path file, String words) {
        try {
            Files.writeString(file, words, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
