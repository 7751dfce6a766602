package org.plumbline.index.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.StrategySearch;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.mesh.MeshDescriptor;
import org.plumbline.index.mesh.MeshFile;
import org.plumbline.index.mesh.MeshSource;
import org.plumbline.index.mesh.MeshVocabulary;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.PubmedQuery;
import org.plumbline.index.pubmed.Strategy;

/// Real records with their MeSH headings, exploded by a real vocabulary: the index finds what a plain look finds.
class StrategyOverRealRecordsTest {

    @TempDir
    static Path home;

    private static List<ArticleWithTexts> articles = List.of();
    private static List<MeshDescriptor> mesh = List.of();

    @BeforeAll
    static void publish() throws IOException {
        String shared = System.getenv("PLUMBLINE_TEST_DATA");
        assertThat(shared == null && "true".equals(System.getenv("CI")))
                .as("PLUMBLINE_TEST_DATA must be set where CI is")
                .isFalse();
        assumeTrue(shared != null, "PLUMBLINE_TEST_DATA is not set: no real records are searched");
        mesh = List.copyOf(MeshSource.read(Path.of(shared, "vocab", "mesh2015")));
        MeshFile.write(home, mesh);
        articles = ScreeningRecords.read(Path.of(shared), "ADHD", "Triptans", "UrinaryIncontinence");
        Samples.publish(home, articles, 2);
    }

    @Test
    void findsWhatAPlainLookAtEveryRecordFinds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> broader = List.of(
                "Vascular Diseases", "Headache Disorders", "Child", "Behavior", "Urinary Tract", "Amines", "Humans");
        QueriesOverArticles queries = new QueriesOverArticles(random, articles, broader);
        PlainMatcher matcher = new PlainMatcher(mesh, new HashMap<>());
        MeshVocabulary vocabulary = MeshFile.find(home).orElseThrow();
        int found = 0;
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            StrategySearch search = snapshot.strategies(Optional.of(vocabulary));
            for (int i = 0; i < 100; i++) {
                Expression expression = queries.any(random.nextInt(4), 0);
                List<String> ids = StrategySearchTest.ids(
                        search.matching(PubmedQuery.parse(new PubmedQuery(expression).toString())));
                assertThat(ids)
                        .as("seed %d: %s", seed, new PubmedQuery(expression))
                        .isEqualTo(List.copyOf(matcher.matching(expression, articles)));
                found += ids.isEmpty() ? 0 : 1;
            }
        }
        assertThat(found).as("seed %d: queries that find something", seed).isGreaterThan(50);
    }

    @Test
    void explodesHeadingsToThoseBelow() {
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            StrategySearch search = snapshot.strategies(MeshFile.find(home));
            List<Long> hits = search
                    .lines(Strategy.parse("\"Headache Disorders\"[mh:noexp]\n\"Headache Disorders\"[mh]\n"
                            + "\"Migraine Disorders\"[mh]\n#3 NOT #2"))
                    .stream()
                    .map(line -> line.articles().count())
                    .toList();
            assertThat(hits.get(1)).isGreaterThan(hits.get(0)).isGreaterThanOrEqualTo(hits.get(2));
            assertThat(hits.get(2)).isGreaterThan(100);
            assertThat(hits.get(3)).isZero();
        }
    }
}
