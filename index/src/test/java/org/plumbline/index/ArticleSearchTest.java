package org.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.License;
import org.plumbline.citations.Standing;
import org.plumbline.index.Query.Group;
import org.plumbline.index.Query.Need;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.lucene.Bm25;
import org.plumbline.index.lucene.DeadBlocks;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.lucene.LiveReader;

/// A search that leaps over what cannot be among the best must answer what a walk over everything answers.
class ArticleSearchTest {

    private static final List<String> WORDS = List.of(
            "aspirin",
            "heart",
            "failure",
            "mortality",
            "placebo",
            "trial",
            "patients",
            "stroke",
            "insulin",
            "asthma",
            "cough",
            "\"heart failure\"",
            "\"renal pain\"",
            "kryptonite");

    private static final List<Need> NEEDS = List.copyOf(EnumSet.allOf(Need.class));

    @TempDir
    Path home;

    /// The articles of the snapshot that is open, by id.
    private final Map<String, IndexedArticle> known = new HashMap<>();

    @Test
    void findsWhatAWalkOverAllPassagesFinds() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int leapt = 0;
        for (int index = 0; index < 3; index++) {
            known.clear();
            Samples.publish(home, articles(random), 1 + random.nextInt(3));
            try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                for (int i = 0; i < 40; i++) {
                    leapt += compare(snapshot, random, "seed " + seed);
                }
            }
        }
        assertThat(leapt).as("seed %d: some search leaps", seed).isPositive();
    }

    @Test
    void keepsAnArticleWhoseFurtherPassagesDecide() throws IOException {
        List<ArticleWithTexts> articles = new ArrayList<>();
        for (int i = 100; i < 400; i++) {
            articles.add(Samples.article("pmid:" + i, "Cough", "Cough syrup. " + "Filler words. ".repeat(i % 7)));
        }
        articles.add(Samples.article("pmid:999", "Cough", ("Cough came. " + "Other words. ".repeat(90)).repeat(4)));
        Samples.publish(home, articles, 2);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            for (int wanted : List.of(1, 3, 10, 100)) {
                same(snapshot, Query.words("cough"), Filter.NONE, wanted, "cough");
            }
        }
    }

    @Test
    void scoresArticlesThatAreGiven() throws IOException {
        Samples.publish(home, Samples.random(3, 200), 2);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            var query = PassageQuery.of(Query.words("aspirin cough"));
            List<Candidate> all = new ArrayList<>(ExhaustiveSearch.of(snapshot.reader(), query));
            all.sort(Comparator.comparing(Candidate::document));
            int[] documents = all.stream().mapToInt(Candidate::document).toArray();
            assertThat(snapshot.articles().score(query, documents)).isEqualTo(all);
            var other = PassageQuery.of(Query.words("kryptonite"));
            assertThat(snapshot.articles().score(other, documents))
                    .hasSameSizeAs(all)
                    .allMatch(candidate ->
                            candidate.score() == 0 && candidate.passages().isEmpty());
        }
    }

    @Test
    void passesOverDeadBlocks() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SnapshotPart part = Samples.publish(home, articles(random), 1).parts().getFirst();
        Path folder = new SnapshotFolder(home).part(part.id());
        DirectoryReader whole = DirectoryReader.open(FSDirectory.open(folder));
        List<Candidate> all = ExhaustiveSearch.of(whole, PassageQuery.of(Query.words("aspirin insulin cough")));
        Set<Integer> killed = new HashSet<>();
        all.stream().filter(one -> random.nextInt(3) == 0).forEach(one -> killed.add(one.document()));
        try (DirectoryReader reader = LiveReader.of(whole, DeadBlocks.NONE.with(blocks(whole, killed)))) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(Bm25.similarity());
            ArticleSearch search = new ArticleSearch(searcher);
            var query = PassageQuery.of(Query.words("aspirin insulin cough"));
            List<Candidate> living =
                    all.stream().filter(one -> !killed.contains(one.document())).toList();
            assertThat(search.count(query, Scope.ALL)).as("seed %d", seed).isEqualTo(living.size());
            for (int wanted : List.of(1, 7, 50, 1_000)) {
                assertThat(search.best(query, Scope.ALL, wanted).best())
                        .as("seed %d", seed)
                        .isEqualTo(living.stream().limit(wanted).toList());
            }
        }
    }

    private static long[] blocks(DirectoryReader reader, Set<Integer> articles) throws IOException {
        NumericDocValues sizes = DocValues.getNumeric(reader.leaves().getFirst().reader(), Fields.BLOCK);
        long[] blocks = new long[articles.size()];
        int at = 0;
        for (int article : articles.stream().sorted().toList()) {
            sizes.advanceExact(article);
            blocks[at++] = DeadBlocks.block(article, (int) sizes.longValue());
        }
        return blocks;
    }

    @Test
    void saysWhetherTheNumberOfMatchesIsExact() {
        Samples.publish(home, Samples.random(5, 500), 1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Query query = Query.words("aspirin heart");
            long all = snapshot.count(query, Filter.NONE);
            assertThat(snapshot.searchAndCount(query, Filter.NONE, 1).matched()).isEqualTo(Matched.exactly(all));
            assertThat(snapshot.search(query, Filter.NONE, 1_000).matched()).isEqualTo(Matched.exactly(all));
            Matched few = snapshot.search(query, Filter.NONE, 1).matched();
            assertThat(few.precision()).isEqualTo(Matched.Precision.AT_LEAST);
            assertThat(few.articles()).isBetween(1L, all);
        }
    }

    /// Some of them twins but for the id, so that scores tie.
    private static List<ArticleWithTexts> articles(Random random) {
        List<ArticleWithTexts> articles = new ArrayList<>(Samples.random(random.nextLong(), 50 + random.nextInt(400)));
        for (int i = 0; i < 40; i++) {
            articles.add(
                    Samples.article("pmid:" + (5_000 + i), "Insulin in asthma", "Cough fell. Heart failure rose."));
        }
        return articles;
    }

    private int compare(Snapshot snapshot, Random random, String seed) throws IOException {
        Query query = query(random);
        Filter filter = filter(random);
        int wanted = 1 + (int) Math.pow(700, random.nextDouble());
        return same(snapshot, query, filter, wanted, seed + ", " + query + ", " + filter + ", " + wanted);
    }

    /// @return 1 where the search leapt over something, else 0
    private int same(Snapshot snapshot, Query query, Filter filter, int wanted, String what) throws IOException {
        var passages = PassageQuery.of(query);
        List<Candidate> all = new ArrayList<>();
        for (Candidate candidate : ExhaustiveSearch.of(snapshot.reader(), passages)) {
            if (filter.accepts(known.computeIfAbsent(
                    candidate.id().utf8ToString(),
                    id -> snapshot.findArticle(id).orElseThrow()))) {
                all.add(candidate);
            }
        }
        ArticleSearch.Found found = snapshot.articles().best(passages, Scope.of(filter), wanted);
        assertThat(found.best()).as(what).isEqualTo(all.stream().limit(wanted).toList());
        assertThat(snapshot.count(query, filter)).as(what).isEqualTo(all.size());
        assertThat(found.matched().articles()).as(what).isLessThanOrEqualTo(all.size());
        if (found.matched().precision() == Matched.Precision.EXACT) {
            assertThat(found.matched().articles()).as(what).isEqualTo(all.size());
        }
        if (!all.isEmpty()) {
            int place = all.size() / 3;
            assertThat(snapshot.articles().before(all.get(place), passages, Scope.of(filter)))
                    .as(what)
                    .isEqualTo(place);
        }
        return found.matched().precision() == Matched.Precision.AT_LEAST ? 1 : 0;
    }

    private static Query query(Random random) {
        List<Group> groups = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            List<String> words = new ArrayList<>();
            for (int k = 1 + random.nextInt(5); k > 0; k--) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            Need need = random.nextInt(3) > 0 ? Need.OPTIONAL : NEEDS.get(random.nextInt(NEEDS.size()));
            groups.add(new Group("group", words, need, random.nextBoolean() ? 1 : 0.1f + random.nextFloat() * 3));
        }
        return new Query(groups);
    }

    private static Filter filter(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Filter.NONE.withExcludedStandings(EnumSet.of(Standing.RETRACTED));
            case 1 -> Filter.NONE.withLicenses(EnumSet.of(License.CC0)).withSinceYear(2015);
            case 2 -> Filter.NONE.withLanguages(Set.of("de")).withUntilYear(2003);
            default -> Filter.NONE;
        };
    }
}
