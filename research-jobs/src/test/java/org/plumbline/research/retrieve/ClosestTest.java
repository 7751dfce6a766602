package org.plumbline.research.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;
import org.plumbline.index.Mode;
import org.plumbline.index.Snapshot;
import org.plumbline.index.evaluate.JudgedDocument;
import org.plumbline.index.evaluate.JudgedIndex;
import org.plumbline.research.plan.Concept;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.plan.Plan.Aim;
import org.plumbline.research.plan.Planner;
import org.plumbline.research.request.Request;
import org.plumbline.research.retrieve.Retrieved.Fate;

/// What is about a question without saying so in any one passage.
class ClosestTest {

    private static final Request QUESTION = Request.of("Does zelotrine reduce flares in adults with gout?");

    private static final String FILLER =
            String.join(" ", Collections.nCopies(60, "The weather was noted each day by a nurse of the ward."));

    private static final List<JudgedDocument> DOCUMENTS = List.of(
            document("a", "Zelotrine was given to 200 people for one year. " + FILLER + " All of them had gout."),
            document("b", "Zelotrine was given to 200 people for one year. " + FILLER + " All of them had asthma."),
            document("c", "Ostravine was given to 200 people for one year. " + FILLER + " All of them had gout."));

    @TempDir
    private Path folder;

    @Test
    void readsWhatSpeaksOfAllOfTheQuestionInPassagesOfItsOwn() throws IOException {
        try (JudgedIndex index = JudgedIndex.ofWords(DOCUMENTS, folder)) {
            Snapshot snapshot = index.open();
            Plan plan = new Planner(snapshot).plan(QUESTION);
            assertThat(plan.ranking()).isEqualTo(Mode.BM25);
            assertThat(plan.searches())
                    .filteredOn(search -> search.aim() == Aim.MAIN)
                    .extracting(Plan.Search::articles)
                    .containsExactly(0L);
            assertThat(plan.searches())
                    .filteredOn(search -> search.aim() == Aim.CLOSE)
                    .extracting(Plan.Search::articles)
                    .containsExactly(1L);
            assertThat(new Retriever(snapshot).retrieve(QUESTION, plan))
                    .filteredOn(line -> line.fate() != Fate.NEAR)
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.article().id()).isEqualTo("a");
                        assertThat(line.fate()).isEqualTo(Fate.READ);
                        assertThat(line.aims()).containsExactly(Aim.CLOSE);
                    });
        }
    }

    @Test
    void ranksByMeaningWhereThereAreVectors() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        try (JudgedIndex index = JudgedIndex.ofVectors(DOCUMENTS, home, folder.resolve("vectors"))) {
            Snapshot snapshot = index.open();
            Plan plan = new Planner(snapshot).plan(QUESTION);
            assertThat(plan.ranking()).isEqualTo(Mode.HYBRID);
            assertThat(new Retriever(snapshot).retrieve(QUESTION, plan))
                    .filteredOn(line -> line.fate() == Fate.READ)
                    .extracting(line -> line.article().id())
                    .containsExactly("a");
        }
    }

    /// One plan, ordered as each ranking says: the same articles, in another order.
    @Test
    void readsInTheOrderOfThePlan() throws IOException {
        List<String> said = List.of(
                "Zelotrine, gout, flares, zelotrine, gout, flares: words of a register.",
                "Zelotrine reduced flares in adults with gout.",
                "In gout, zelotrine was stored at four degrees before flares of light were filmed.",
                "Adults with gout who took zelotrine had fewer painful attacks of the joints.",
                "Gout and zelotrine: a history of the names, told by flares of temper.",
                "Zelotrine trials in gout were counted by year.",
                "Fewer acute episodes of gout came with zelotrine than with placebo.",
                "The price of zelotrine rose; gout is common; flares are sold at sea.");
        List<JudgedDocument> documents = new ArrayList<>();
        said.forEach(text -> documents.add(document("d" + documents.size(), text)));
        Path home = Files.createDirectory(folder.resolve("home"));
        try (JudgedIndex index = JudgedIndex.ofVectors(documents, home, folder.resolve("vectors"))) {
            Snapshot snapshot = index.open();
            Plan plan = new Planner(snapshot).plan(QUESTION);
            Plan byWords = new Plan(
                    plan.format(),
                    plan.snapshotId(),
                    plan.corpusVersion(),
                    plan.parts(),
                    plan.concepts(),
                    plan.outcomes(),
                    Mode.BM25,
                    plan.searches(),
                    plan.unknownWords());
            List<String> meant = read(snapshot, plan);
            assertThat(meant).hasSize(said.size());
            assertThat(read(snapshot, byWords))
                    .containsExactlyInAnyOrderElementsOf(meant)
                    .isNotEqualTo(meant);
        }
    }

    private static List<String> read(Snapshot snapshot, Plan plan) {
        return new Retriever(snapshot)
                .retrieve(QUESTION, plan).stream()
                        .filter(line -> line.fate() == Fate.READ)
                        .map(line -> line.article().id())
                        .toList();
    }

    @Test
    void readsAPlanOfBefore() throws IOException {
        Concept.Alternative alternative =
                Json.LINE.readValue("{\"spellings\":[[\"aspirin\"],[\"dose\"]],\"key\":1}", Concept.Alternative.class);
        assertThat(alternative.keys()).containsExactly(1);
    }

    private static JudgedDocument document(String id, String text) {
        return new JudgedDocument(id, "A randomised trial", text, List.of());
    }
}
