package org.plumbline.research.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
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

    @Test
    void readsADiseaseNamedForAPerson() {
        for (String words : List.of("Crohn's disease", "Crohn’s disease", "Crohn disease")) {
            Concept crohn = reader.population("adults with " + words).getLast();
            assertThat(crohn.in("Budesonide in Crohn's disease")).as(words).isTrue();
            assertThat(crohn.in("Budesonide in Crohn disease")).as(words).isTrue();
            assertThat(crohn.required(1).toString()).as(words).doesNotContain("crohn s");
        }
    }

    @Test
    void keepsALetterWithTheWordItIsJoinedTo() {
        assertThat(words(reader.intervention("high-sensitivity C-reactive protein")))
                .isEqualTo("sensitivity c reactive protein");
        assertThat(words(reader.intervention("cyclosporine on T-cell responses")))
                .isEqualTo("cyclosporine t cell responses");
        assertThat(words(reader.population("people with low HDL-C"))).isEqualTo("low hdl c");
        assertThat(words(reader.population("hepatitis B-related cirrhosis"))).isEqualTo("hepatitis b cirrhosis");
        assertThat(words(reader.intervention("vitamin A capsules"))).isEqualTo("vitamin a capsules");
        assertThat(words(reader.intervention("IL-6 blockade"))).isEqualTo("il 6 blockade");
        assertThat(words(reader.intervention("off-pump coronary bypass"))).isEqualTo("off pump coronary bypass");
    }

    @Test
    void takesNoQuantityForAName() {
        assertThat(words(reader.population("adults with celiac disease 20 years after diagnosis")))
                .isEqualTo("celiac disease");
        assertThat(words(reader.population("370 postmenopausal women"))).isEqualTo("postmenopausal");
        assertThat(words(reader.question("Shigellosis in Barcelona between 1988 and 2012")))
                .isEqualTo("shigellosis barcelona");
        assertThat(words(reader.population("adults with type 2 diabetes"))).isEqualTo("type 2 diabetes");
    }

    @Test
    void readsAShortFormAsTheLongOne() {
        Concept ratio = reader.population("people whose international normalised ratio (INR) is high")
                .getFirst();
        assertThat(ratio.in("People with a high INR")).isTrue();
        assertThat(ratio.in("People with a high international normalised ratio"))
                .isTrue();
        assertThat(ratio.in("People with a high glucose")).isFalse();
    }

    @Test
    void takesAClassForEachOfItsDrugsAndNoDrugForItsClass() {
        Concept statins = reader.intervention("statins").getFirst();
        assertThat(statins.in("Atorvastatin after stroke")).isTrue();
        assertThat(reader.intervention("atorvastatin").getFirst().in("Statins after stroke"))
                .isFalse();
    }

    @Test
    void takesAnExampleForTheWhole() {
        Concept drugs = reader.intervention("oral hypoglycaemic drugs (sulfonylureas and meglitinides)")
                .getFirst();
        assertThat(drugs.in("Meglitinides in older adults")).isTrue();
        Concept pain = reader.intervention("nonsteroidal anti-inflammatory drugs, including COX-2 inhibitors")
                .getFirst();
        assertThat(pain.in("COX-2 inhibitors for back pain")).isTrue();
        assertThat(pain.in("NSAIDs for back pain")).isTrue();
    }

    @Test
    void requiresNoAgeWhereAllAgesAreAsked() {
        assertThat(reader.population("children, adolescents and adults")).isEmpty();
        Concept young = reader.population("children and adolescents").getFirst();
        assertThat(young.in("Asthma in adolescents")).isTrue();
        assertThat(young.in("Asthma in children")).isTrue();
    }

    @Test
    void readsAKindOfDrugThroughWhatQualifiesIt() {
        Concept drugs =
                reader.intervention("newer (second-generation) antihistamines").getFirst();
        assertThat(drugs.in("Loratadine for hay fever")).isTrue();
        assertThat(drugs.in("Second-generation sequencing")).isFalse();
    }

    @Test
    void aQuestionAsAWholeRequiresWhatItNames() {
        Concept whole = reader.question("Gluten tolerance in celiac disease: is it really feasible?")
                .getFirst();
        assertThat(whole.in("Tolerance of gluten in celiac patients")).isTrue();
        assertThat(whole.in("Is it really feasible?")).isFalse();
        assertThat(reader.question("Is it really useful?")).isEmpty();
    }

    private static String words(List<Concept> concepts) {
        return concepts.stream().map(Concept::words).collect(Collectors.joining(" "));
    }
}
