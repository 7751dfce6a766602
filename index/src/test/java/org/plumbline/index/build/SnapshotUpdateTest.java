package org.plumbline.index.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Article;
import org.plumbline.citations.Location;
import org.plumbline.citations.TextId;
import org.plumbline.index.Filter;
import org.plumbline.index.Hit;
import org.plumbline.index.Query;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.ChangingCorpus.Kept;

/// The law of updates: whatever happens to a corpus, the snapshot that grew with it is the one that is built of its
/// last state alone.
class SnapshotUpdateTest {

    private static final long FULL_ARTICLES = 40;
    private static final List<String> QUERIES =
            List.of("aspirin", "heart failure mortality", "\"renal pain\"", "cough");

    @TempDir
    Path folder;

    @Test
    void isTheSameAsABuildInFullWhateverHappened() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ChangingCorpus corpus = new ChangingCorpus(random);
        for (int i = 0; i < 30; i++) {
            corpus.arrive();
        }
        Path grown = folder.resolve("grown");
        Samples.publish(grown, corpus.whole(), 2, "day 0");
        int joined = 0;
        for (int day = 1; day <= 25; day++) {
            State before = State.of(corpus);
            corpus.change(1 + random.nextInt(8));
            SnapshotManifest updated = update(grown, before, corpus, "day " + day);
            joined += updated.parts().size() < 3 ? 1 : 0;
            Path whole = folder.resolve("whole-" + day);
            SnapshotManifest full = Samples.publish(whole, corpus.whole(), 1 + random.nextInt(3), "day " + day);
            String as = "seed %d, day %d".formatted(seed, day);
            assertThat(updated.id()).as(as).isEqualTo(full.id());
            assertThat(updated.contentDigest()).as(as).isEqualTo(full.contentDigest());
            assertThat(List.of(updated.articles(), updated.texts(), updated.passages()))
                    .as(as)
                    .isEqualTo(List.of(full.articles(), full.texts(), full.passages()));
            assertThat(SnapshotCheck.of(new SnapshotFolder(grown), updated.id()))
                    .as(as)
                    .isEmpty();
            answersTheSame(grown, whole, corpus, as);
        }
        assertThat(joined).as("seed %d: parts were joined", seed).isPositive();
    }

    @Test
    void ranksTheSameToTheLastBitWhereNothingIsDead() throws IOException {
        ChangingCorpus corpus = new ChangingCorpus(new Random(7));
        for (int i = 0; i < 30; i++) {
            corpus.arrive();
        }
        Path grown = folder.resolve("grown");
        Samples.publish(grown, corpus.whole(), 2, "day 0");
        State before = State.of(corpus);
        for (int i = 0; i < 10; i++) {
            corpus.arrive();
        }
        SnapshotManifest updated = update(grown, before, corpus, "day 1");
        assertThat(updated.parts()).allMatch(part -> part.dead().articles() == 0);
        Path whole = folder.resolve("whole");
        Samples.publish(whole, corpus.whole(), 1, "day 1");
        try (Snapshot one = Snapshot.openCurrent(grown);
                Snapshot other = Snapshot.openCurrent(whole)) {
            for (String query : QUERIES) {
                assertThat(one.search(Query.words(query), Filter.NONE, 100))
                        .isEqualTo(other.search(Query.words(query), Filter.NONE, 100));
            }
        }
    }

    @Test
    void writesNoMoreThanWhatChanged() throws IOException {
        ChangingCorpus corpus = new ChangingCorpus(new Random(8));
        for (int i = 0; i < 200; i++) {
            corpus.arrive();
        }
        SnapshotManifest before = Samples.publish(folder, corpus.whole(), 1, "day 0");
        State state = State.of(corpus);
        corpus.arrive();
        SnapshotManifest after = update(folder, state, corpus, "day 1");
        assertThat(after.parts()).hasSize(2).contains(before.parts().getFirst());
        assertThat(after.parts().getLast().holding().articles()).isEqualTo(1);
    }

    /// What the corpus was when the last snapshot was built.
    record State(Map<String, Article> articles, Set<TextId> texts, Set<String> records) {

        static State of(ChangingCorpus corpus) {
            return new State(
                    corpus.articles(),
                    corpus.texts().stream().map(kept -> kept.text().id()).collect(Collectors.toSet()),
                    corpus.everSeen());
        }
    }

    /// Updates as the Spark job does.
    static SnapshotManifest update(Path home, State before, ChangingCorpus corpus, String digest) throws IOException {
        try (SnapshotBuild build = SnapshotBuild.begin(home, new CorpusVersion(1, 1, "", Map.of(), digest))) {
            SnapshotManifest base = build.findBase().orElseThrow();
            Map<String, Article> articles = corpus.articles();
            NavigableSet<String> ids = new TreeSet<>(ChangingCorpus.differing(before.articles(), articles));
            List<Kept> fresh = new ArrayList<>(corpus.texts());
            fresh.removeIf(kept -> before.texts().contains(kept.text().id()));
            List<ArticleWithTexts> inputs = new ArrayList<>();
            try (BaseSnapshot store = BaseSnapshot.open(home, base.id())) {
                for (Kept kept : fresh) {
                    store.listing(kept.record()).stream()
                            .map(Article::id)
                            .filter(articles::containsKey)
                            .forEach(ids::add);
                }
                for (String id : ids) {
                    Article article = articles.get(id);
                    if (article != null) {
                        inputs.add(input(store, article, before, corpus, fresh));
                    }
                }
            }
            List<SnapshotPart> added = List.of(Samples.write(build, "update", inputs.stream()));
            return new SnapshotUpdate(home, base, build, FULL_ARTICLES, _ -> {}).publish(ids, added);
        }
    }

    private static ArticleWithTexts input(
            BaseSnapshot store, Article article, State before, ChangingCorpus corpus, Collection<Kept> fresh)
            throws IOException {
        BaseSnapshot.Unknown unknown = store.unknown(article);
        Set<String> older = new HashSet<>(unknown.records());
        older.retainAll(before.records());
        List<Kept> given = new ArrayList<>(fresh);
        corpus.texts().stream()
                .filter(kept -> older.contains(kept.record())
                        || unknown.texts().contains(kept.text().id()))
                .forEach(given::add);
        return store.complete(Samples.of(article, given, BaseSnapshot.listedRecords(article)));
    }

    private static void answersTheSame(Path grown, Path whole, ChangingCorpus corpus, String as) {
        try (Snapshot one = Snapshot.openCurrent(grown);
                Snapshot other = Snapshot.openCurrent(whole)) {
            for (Kept kept : corpus.texts()) {
                TextId id = kept.text().id();
                assertThat(one.findText(id)).as(as).isEqualTo(other.findText(id));
            }
            for (String record : corpus.everSeen()) {
                String alias = record.replace("PUBMED", "pmid");
                assertThat(one.findArticle(alias)).as(as).isEqualTo(other.findArticle(alias));
            }
            QUERIES.forEach(query -> findsTheSame(query, one, other, as));
        }
    }

    /// Articles and the places in them are the same, where these are not only the best of more. Scores are nearly
    /// so, for the words of the dead still count where Lucene asks how rare a word is.
    private static void findsTheSame(String query, Snapshot one, Snapshot two, String as) {
        Query words = Query.words(query);
        assertThat(one.count(words, Filter.NONE)).as(as).isEqualTo(two.count(words, Filter.NONE));
        Map<String, Hit> found = byId(one, words);
        Map<String, Hit> expected = byId(two, words);
        assertThat(found.keySet()).as(as).isEqualTo(expected.keySet());
        found.forEach((id, hit) -> {
            Hit other = Objects.requireNonNull(expected.get(id));
            if (other.passages().size() < Hit.MOST_PASSAGES) {
                assertThat(places(hit)).as(as).isEqualTo(places(other));
            }
            assertThat(hit.score() / other.score()).as(as).isBetween(0.5, 2.0);
        });
        assertThat(one.documentFrequency("aspirin")).as(as).isEqualTo(two.documentFrequency("aspirin"));
    }

    private static Map<String, Hit> byId(Snapshot snapshot, Query query) {
        return snapshot.search(query, Filter.NONE, 1000).hits().stream()
                .collect(Collectors.toMap(hit -> hit.article().article().id(), hit -> hit));
    }

    private static Set<Location> places(Hit hit) {
        return hit.passages().stream()
                .map(passage -> passage.passage().location())
                .collect(Collectors.toSet());
    }
}
