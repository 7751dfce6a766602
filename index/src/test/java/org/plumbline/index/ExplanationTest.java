package org.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.Explanation.PassagePart;
import org.plumbline.index.Explanation.TermPart;
import org.plumbline.index.Explanation.Where;
import org.plumbline.index.Query.Group;
import org.plumbline.index.Query.Need;
import org.plumbline.index.build.ArticleWithTexts;

class ExplanationTest {

    @TempDir
    Path home;

    @Test
    void itsPartsAddUpToTheScoreThatSearchGives() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Samples.publish(home, Samples.random(seed, 300), 2);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            for (Query query : List.of(
                    Query.words("aspirin aspirin asthma renal"),
                    Query.words("\"heart failure\" cough"),
                    new Query(List.of(
                            new Group("one", List.of("stroke risk"), Need.REQUIRED_ANY, 2.5f),
                            new Group("two", List.of("insulin"), Need.OPTIONAL, 0.3f))))) {
                List<Hit> hits = snapshot.search(query, Filter.NONE, 300).hits();
                int rank = random.nextInt(hits.size());
                Hit hit = hits.get(rank);
                Explanation explanation = snapshot.explain(
                        query, Filter.NONE, hit.article().article().id());
                assertThat(explanation.rank()).as("seed %d, %s", seed, query).isEqualTo(rank + 1);
                assertThat(explanation.score()).isEqualTo(hit.score());
                assertThat(explanation.articlesMatched()).isEqualTo(snapshot.count(query, Filter.NONE));
                assertThat(explanation.passages().stream()
                                .mapToDouble(PassagePart::contribution)
                                .sum())
                        .as("seed %d, %s", seed, query)
                        .isCloseTo(hit.score(), within(1e-9));
                for (PassagePart part : explanation.passages()) {
                    assertThat(part.terms().stream()
                                    .mapToDouble(TermPart::score)
                                    .sum())
                            .as("seed %d, %s", seed, query)
                            .isCloseTo(
                                    part.hit().score(), within(1e-5 * part.hit().score()));
                }
            }
        }
    }

    /// Where a compound is required, a part of it that stands alone adds nothing.
    @Test
    void addsUpWithCompounds() {
        Samples.publish(
                home,
                List.of(
                        Samples.article("pmid:1", "Fever", "IL-6 rose in 6 weeks."),
                        Samples.article("pmid:2", "Fever", "Fever fell in 6 weeks."),
                        Samples.article("pmid:3", "Cough", "Il 6 of fever.")),
                2);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            for (Need need : Need.values()) {
                Query query = new Query(List.of(new Group("one", List.of("fever IL-6"), need, 1)));
                for (Hit hit : snapshot.search(query, Filter.NONE, 3).hits()) {
                    String id = hit.article().article().id();
                    for (PassagePart part :
                            snapshot.explain(query, Filter.NONE, id).passages()) {
                        assertThat(part.terms().stream()
                                        .mapToDouble(TermPart::score)
                                        .sum())
                                .as("%s, %s", need, id)
                                .isCloseTo(part.hit().score(), within(1e-5));
                    }
                }
            }
            assertThat(snapshot.explain(Query.words("fever IL-6"), Filter.NONE, "pmid:2")
                            .lacking())
                    .containsExactly("IL-6");
            assertThat(snapshot.explain(Query.words("fever IL-6"), Filter.NONE, "pmid:3")
                            .lacking())
                    .isEmpty();
        }
    }

    /// A full text has more passages than count.
    @Test
    void saysThatAnArticleLacksOnlyWhatIsNowhereInIt() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(0, Part.TITLE, Role.OTHER, List.of(), "Sample drug"));
        for (int i = 1; i <= 12; i++) {
            String words = i == 12 ? "The end speaks of kidneys." : "Cough, cough, cough and syrup.";
            sections.add(Section.of(i, Part.BODY, Role.OTHER, List.of(), words));
        }
        Text text = Text.of(TextKind.JATS, sections);
        List<ArticleWithTexts> articles = new ArrayList<>();
        articles.add(Samples.article("pmid:1", "Sample drug", null, Journal.NONE, text));
        for (int i = 2; i < 40; i++) {
            articles.add(Samples.article("pmid:" + i, "Kidneys", "Kidneys were studied."));
        }
        Samples.publish(home, articles, 1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Query query = Query.words("cough syrup kidneys stones");
            Hit hit = snapshot.search(query, Filter.NONE, 1).hits().getFirst();
            assertThat(hit.article().article().id()).isEqualTo("pmid:1");
            assertThat(hit.passages())
                    .hasSize(Hit.MOST_PASSAGES)
                    .noneMatch(passage -> passage.passage().words().contains("kidneys"));
            assertThat(snapshot.explain(query, Filter.NONE, "pmid:1").lacking()).containsExactly("stones");
        }
    }

    @Test
    void saysHowRareAWordIsAndHowOftenItStandsThere() {
        Samples.publish(
                home,
                List.of(
                        Samples.article("pmid:1", "Cough", "Syrup and syrup again helped."),
                        Samples.article("pmid:2", "Fever", "Nothing helped.")),
                1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Explanation explanation = snapshot.explain(Query.words("Syrups kryptonite"), Filter.NONE, "pmid:1");
            PassagePart best = explanation.passages().getFirst();
            assertThat(best.terms()).hasSize(1);
            TermPart term = best.terms().getFirst();
            assertThat(term.words()).isEqualTo("Syrups");
            assertThat(term.where()).isEqualTo(Where.PASSAGE);
            assertThat(term.times()).isEqualTo(2);
            assertThat(term.passagesWithIt()).isEqualTo(1);
            assertThat(term.passagesInAll()).isEqualTo(4);
            assertThat(term.idf()).isCloseTo(Math.log(1 + 3.5 / 1.5), within(1e-9));
            assertThat(best.hit().highlights()).hasSize(2);
            assertThat(explanation.lacking()).containsExactly("kryptonite");
        }
    }

    @Test
    void namesEveryFilterThatKeepsAnArticleOut() {
        Samples.publish(home, List.of(Samples.article("pmid:1", "Cough", "Syrup helped.")), 1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Filter filter = Filter.NONE
                    .withSinceYear(2021)
                    .withLanguages(Set.of("German"))
                    .withPublicationTypes(Set.of("Review"));
            Explanation explanation = snapshot.explain(Query.words("syrup"), filter, "pmid:1");
            assertThat(explanation.bars())
                    .containsExactlyInAnyOrder(
                            "year: 2020, asked for 2021 or later",
                            "publication type: not Review",
                            "language: eng, asked for German");
            assertThat(explanation.rank()).isEqualTo(1);
        }
    }

    @Test
    void saysWhereAnArticleDoesNotMatchOrIsNotThere() {
        Samples.publish(home, List.of(Samples.article("pmid:1", "Cough", "Syrup helped.")), 1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Explanation explanation = snapshot.explain(Query.words("asthma"), Filter.NONE, "PMID:1");
            assertThat(explanation.rank()).isNull();
            assertThat(explanation.score()).isZero();
            assertThat(explanation.lacking()).containsExactly("asthma");
            assertThatThrownBy(() -> snapshot.explain(Query.words("asthma"), Filter.NONE, "pmid:9"))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("pmid:9");
        }
    }
}
