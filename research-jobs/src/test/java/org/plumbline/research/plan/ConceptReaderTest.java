package org.plumbline.research.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConceptReaderTest {

    private final ConceptReader reader = new ConceptReader(word -> word.equals("kryptonite") ? 0 : 100 - word.length());

    @Test
    void keepsALetterWithItsWord() {
        Concept vitamin = reader.intervention("vitamin D supplementation").getFirst();
        assertThat(vitamin.in("Cholecalciferol and falls in older women")).isTrue();
        assertThat(vitamin.in("Vitamin C supplementation and falls")).isFalse();
    }

    @Test
    void knowsADrugFromItsNeighbour() {
        Concept glargine = reader.intervention("insulin glargine").getFirst();
        assertThat(glargine.in("Glargine insulin in type 1 diabetes")).isTrue();
        assertThat(glargine.in("Insulin degludec in type 1 diabetes")).isFalse();
    }

    @Test
    void readsBothSpellings() {
        Concept anaemia = reader.population("children with anaemia").getLast();
        assertThat(anaemia.in("Iron for anemia in schoolchildren")).isTrue();
    }

    @Test
    void leavesOutWhereAndWhoInGeneral() {
        assertThat(reader.population("mechanically ventilated adults in intensive care"))
                .extracting(Concept::words)
                .containsExactly("mechanically ventilated");
        assertThat(reader.population("patients")).isEmpty();
    }

    @Test
    void takesOutcomesApart() {
        assertThat(reader.outcomes("treatment failure or return visit; adverse events such as vomiting and cough"))
                .extracting(Concept::name)
                .containsExactly("treatment failure or return visit", "adverse events", "vomiting", "cough");
    }

    @Test
    void requiresBothParts() {
        List<Concept> both = reader.intervention("calcium plus vitamin D");
        assertThat(both).hasSize(2);
    }

    @Test
    void namesWordsThatNoArticleHas() {
        assertThat(reader.unknown(reader.intervention("intranasal kryptonite").getFirst()))
                .containsExactly("kryptonite");
    }

    @Test
    void tellsFormsOfOneWordFromOtherWords() {
        assertThat(Words.same("diabetes", "diabetic")).isTrue();
        assertThat(Words.same("fractures", "fracture")).isTrue();
        assertThat(Words.same("acupressure", "acupuncture")).isFalse();
        assertThat(Words.same("statin", "status")).isFalse();
        assertThat(Words.same("gout", "goat")).isFalse();
    }
}
