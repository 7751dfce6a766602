package org.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.TextKind;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.Query.Group;
import org.plumbline.index.Query.Need;
import org.plumbline.index.build.ArticleWithTexts;

class SearchTest {

    private static final List<ArticleWithTexts> ARTICLES = List.of(
            Samples.article("pmid:1", "Aspirin in heart failure", "Mortality fell. Aspirin was safe in all groups."),
            Samples.article("pmid:2", "Placebo and the common cold", "Nothing changed. The cough stayed for weeks."),
            Samples.article("pmid:3", "Heart transplants", "Organ failure was rare. Aspirin was not given."),
            Samples.article("pmid:4", "A twin of another", "Cough syrup helped."),
            Samples.article("pmid:5", "A twin of another", "Cough syrup helped."));

    @TempDir
    Path home;

    @Test
    void findsPassagesWithTheirWordsAndHighlights() {
        try (Snapshot snapshot = open()) {
            Hit hit = snapshot.search(Query.words("aspirin safety"), Filter.NONE, 10)
                    .hits()
                    .getFirst();
            assertThat(hit.article().article().id()).isEqualTo("pmid:1");
            PassageHit best = hit.passages().stream()
                    .filter(one -> one.passage().words().contains("safe"))
                    .findFirst()
                    .orElseThrow();
            assertThat(best.highlights())
                    .extracting(span -> span.of(best.passage().words()))
                    .contains("Aspirin");
            Text text = snapshot.findText(best.passage().location().textId()).orElseThrow();
            assertThat(text.quote(best.passage().location()).words())
                    .isEqualTo(best.passage().words());
        }
    }

    @Test
    void demandsEveryRequiredGroupWithinOnePassageAndItsTitle() {
        try (Snapshot snapshot = open()) {
            Query both = new Query(List.of(
                    new Group("drug", List.of("aspirin"), Need.REQUIRED_ALL, 1),
                    new Group("disease", List.of("\"heart failure\""), Need.REQUIRED_ALL, 1)));
            assertThat(ids(snapshot.search(both, Filter.NONE, 10))).containsExactly("pmid:1");
            assertThat(snapshot.count(both, Filter.NONE)).isEqualTo(1);
        }
    }

    @Test
    void findsAPassageByWhatItsShortFormStandsFor() {
        Text text = Text.of(
                TextKind.MEDLINE_ABSTRACT,
                List.of(
                        Section.of(0, Part.TITLE, Role.OTHER, List.of(), "Scans"),
                        Section.of(
                                1,
                                Part.ABSTRACT,
                                Role.METHODS,
                                List.of(),
                                "We used moonlight resonance imaging (MRI)."),
                        Section.of(2, Part.ABSTRACT, Role.RESULTS, List.of(), "MRI found the cheese at once.")));
        ArticleWithTexts article = Samples.article("pmid:1", "Scans", null, Journal.NONE, text);
        Samples.publish(home, List.of(article), 1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Query query = new Query(List.of(
                    new Group("scan", List.of("moonlight resonance imaging"), Need.REQUIRED_ALL, 1),
                    new Group("what", List.of("cheese"), Need.REQUIRED_ALL, 1)));
            assertThat(snapshot.count(query, Filter.NONE)).isEqualTo(1);
            assertThat(snapshot.count(Query.words("\"resonance imaging\""), Filter.NONE))
                    .isEqualTo(1);
        }
    }

    @Test
    void findsACompoundInEachWayOfWritingIt() {
        List<ArticleWithTexts> articles = List.of(
                Samples.article("pmid:1", "One", "Levels of IL-6 rose."),
                Samples.article("pmid:2", "Two", "Levels of IL6 rose."),
                Samples.article("pmid:3", "Three", "Levels of IL 6 rose."),
                Samples.article("pmid:4", "Four", "Levels of IL-8 rose."),
                Samples.article("pmid:5", "Five", "An IL-6-induced rise."),
                Samples.article("pmid:6", "Six", "IL-8 fell 6 days later."));
        Samples.publish(home, articles, 1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Query required = new Query(List.of(new Group("marker", List.of("IL-6"), Need.REQUIRED_ALL, 1)));
            assertThat(ids(snapshot.search(required, Filter.NONE, 10)))
                    .containsExactlyInAnyOrder("pmid:1", "pmid:2", "pmid:3", "pmid:5", "pmid:6");
            assertThat(ids(snapshot.search(Query.words("\"IL-6\""), Filter.NONE, 10)))
                    .containsExactlyInAnyOrder("pmid:1", "pmid:2", "pmid:3", "pmid:5");
            assertThat(snapshot.documentFrequency("IL-6")).isEqualTo(4);
            assertThat(snapshot.count(Query.words("\"levels of IL-6 rose\""), Filter.NONE))
                    .isEqualTo(2);
        }
    }

    @Test
    void demandsAsMuchOfAGroupAsItSays() {
        try (Snapshot snapshot = open()) {
            List<String> words = List.of("aspirin heart mortality organ kryptonite");
            assertThat(count(snapshot, words, Need.REQUIRED_ALL)).isZero();
            assertThat(count(snapshot, words, Need.REQUIRED_MOST)).isEqualTo(2);
            assertThat(count(snapshot, words, Need.REQUIRED_ANY)).isEqualTo(2);
            assertThat(count(snapshot, List.of("kryptonite"), Need.REQUIRED_MOST))
                    .isZero();
        }
    }

    @Test
    void passesOverAGroupOfStopWords() {
        try (Snapshot snapshot = open()) {
            Query query = new Query(List.of(
                    new Group("stop", List.of("the", "of"), Need.REQUIRED_ALL, 1),
                    new Group("drug", List.of("aspirin"), Need.REQUIRED_ANY, 1)));
            assertThat(snapshot.count(query, Filter.NONE)).isEqualTo(2);
            assertThat(snapshot.count(Query.words("the"), Filter.NONE)).isZero();
        }
    }

    @Test
    void weighsGroups() {
        try (Snapshot snapshot = open()) {
            Query query = new Query(List.of(
                    new Group("one", List.of("syrup"), Need.OPTIONAL, 1),
                    new Group("other", List.of("transplants"), Need.OPTIONAL, 10)));
            assertThat(ids(snapshot.search(query, Filter.NONE, 10))).startsWith("pmid:3");
        }
    }

    @Test
    void breaksTiesByArticleIdWhateverTheShards() {
        for (int shards = 1; shards <= 3; shards++) {
            try (Snapshot snapshot = open(shards)) {
                assertThat(ids(snapshot.search(Query.words("syrup"), Filter.NONE, 10)))
                        .containsExactly("pmid:4", "pmid:5");
                assertThat(ids(snapshot.search(Query.words("syrup"), Filter.NONE, 1)))
                        .containsExactly("pmid:4");
            }
        }
    }

    @Test
    void ranksAlikeWhateverTheShards() {
        List<ArticleWithTexts> articles = Samples.random(7, 200);
        List<List<Hit>> results = List.of(1, 4).stream()
                .map(shards -> {
                    Samples.publish(home, articles, shards);
                    try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                        return snapshot.search(Query.words("asthma cough insulin"), Filter.NONE, 50)
                                .hits();
                    }
                })
                .toList();
        assertThat(results.getFirst()).hasSize(50);
        assertThat(results.getFirst()).isEqualTo(results.getLast());
    }

    @Test
    void countsTheArticlesThatHaveAWord() {
        try (Snapshot snapshot = open()) {
            assertThat(snapshot.documentFrequency("aspirin")).isEqualTo(2);
            assertThat(snapshot.documentFrequency("Transplanted")).isEqualTo(1);
            assertThat(snapshot.documentFrequency("heart-failure")).isEqualTo(1);
            assertThat(snapshot.documentFrequency("kryptonite")).isZero();
            assertThat(snapshot.documentFrequency("the")).isZero();
        }
    }

    @Test
    void findsArticlesByAnyAliasAndTextsById() {
        try (Snapshot snapshot = open()) {
            assertThat(snapshot.findArticle("DOI:10.99999/PMID.3").orElseThrow().article())
                    .isEqualTo(ARTICLES.get(2).article());
            assertThat(snapshot.findArticle("pmid:99")).isEmpty();
            Text text = ARTICLES.get(1).texts().getFirst();
            assertThat(snapshot.findText(text.id())).contains(text);
            assertThat(snapshot.findSection(text.id(), 1))
                    .contains(text.sections().get(1));
            assertThat(snapshot.findSection(text.id(), 2)).isEmpty();
            assertThat(snapshot.findText(new TextId("0".repeat(64)))).isEmpty();
        }
    }

    @Test
    void saysWhatToDoWhereThereIsNoIndex() {
        assertThatThrownBy(() -> Snapshot.openCurrent(home))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("plumbline index build");
    }

    private Snapshot open() {
        return open(1);
    }

    private Snapshot open(int shards) {
        Samples.publish(home, ARTICLES, shards);
        return Snapshot.openCurrent(home);
    }

    private static long count(Snapshot snapshot, List<String> words, Need need) {
        return snapshot.count(new Query(List.of(new Group("group", words, need, 1))), Filter.NONE);
    }

    private static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.article().article().id()).toList();
    }
}
