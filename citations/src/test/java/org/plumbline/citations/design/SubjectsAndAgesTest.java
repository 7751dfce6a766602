package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.citations.Term;

class SubjectsAndAgesTest {

    @Test
    void checkTagsDecideAndAreNamed() {
        assertThat(Subjects.of(List.of(Term.of("D006801", "Humans")), new TitleAndAbstract("Sleep in rats", "")))
                .isEqualTo(new Subjects(Subjects.Kind.HUMANS, "MeSH \"Humans\""));
        assertThat(Subjects.of(
                                List.of(Term.of("", "Animals"), Term.of("", "Humans")),
                                new TitleAndAbstract("Sleep", ""))
                        .kind())
                .isEqualTo(Subjects.Kind.HUMANS_AND_ANIMALS);
    }

    @Test
    void animalsInTheTitleWithoutPeopleAreAnimals() {
        assertThat(subjects("Warm milk improves sleep in rats", "Rats drank milk."))
                .isEqualTo(new Subjects(Subjects.Kind.ANIMALS, "title: \"rats\""));
    }

    @Test
    void countedPeopleAreHumansThoughMiceAreMentioned() {
        assertThat(subjects("Warm milk and sleep", "It works in mice. We gave milk to 60 adults.")
                        .kind())
                .isEqualTo(Subjects.Kind.HUMANS);
    }

    @Test
    void cellsAloneAreALaboratory() {
        String words = "HeLa cells were transfected; kinase binding and gene expression were measured.";
        assertThat(subjects("Casein and signalling", words).kind()).isEqualTo(Subjects.Kind.LABORATORY);
    }

    @Test
    void sayingNothingIsUnknown() {
        assertThat(subjects("Milk", "")).isEqualTo(new Subjects(Subjects.Kind.UNKNOWN, "no signal"));
    }

    @Test
    void ageTagsAreGrouped() {
        Ages ages = Ages.of(
                List.of(Term.of("D008875", "Middle Aged"), Term.of("D002675", "Child, Preschool")),
                new Subjects(Subjects.Kind.HUMANS, "MeSH \"Humans\""),
                new TitleAndAbstract("Sleep", ""));
        assertThat(ages)
                .isEqualTo(
                        new Ages(Set.of(AgeGroup.CHILD, AgeGroup.ADULT), "MeSH \"child, preschool\", \"middle aged\""));
    }

    @Test
    void agesInYearsAreRead() {
        assertThat(ages("Milk for sleep", "Patients aged 18-60 years were included.")
                        .groups())
                .containsExactly(AgeGroup.ADULT);
        assertThat(ages("Milk for sleep", "People aged 65 years or older were included.")
                        .groups())
                .containsExactly(AgeGroup.AGED);
        assertThat(ages("Milk for sleep", "A 7-year-old boy slept well.").groups())
                .containsExactly(AgeGroup.CHILD);
        assertThat(ages("Milk for sleep", "Patients were followed for 2 to 5 years.")
                        .groups())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The mean age was 14 months. | INFANT",
                "The mean age was 30 months (SD 4). | CHILD",
                "Their mean age was 14.2 (SD 3.1) months. | INFANT",
                "Mean age, 14 years; follow-up, 6 months. | ADOLESCENT",
                "Mean age 6 weeks, range 4 to 9 weeks. | INFANT",
                "Mean age 34 years and 14 months of follow-up. | ADULT",
                "Patients with scores of 60 or above were included. | ''",
                "The cut-off was 65 and over. | ''",
                "People aged 65 and over took part. | AGED",
                "People 65 years and over took part. | AGED",
                "Those 70 or older took part. | AGED"
            })
    void agesAreReadInTheirUnitAndOnlyWhereTheyAreAges(String words, String group) {
        assertThat(ages("Milk for sleep", words).groups().stream().map(Enum::name))
                .as(words)
                .containsExactlyElementsOf(group.isEmpty() ? List.of() : List.of(group));
    }

    /// A filter for people keeps them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cow's milk allergy in infants",
                "Bovine lactoferrin in neonates",
                "Horse or rabbit antithymocyte globulin in patients with aplastic anaemia",
                "Colds in children who live with dogs",
                "RATS lobectomy in adults"
            })
    void peopleWhoMetAnimalsOrTheirProductsAreHumans(String title) {
        assertThat(subjects(title, "").kind()).isIn(Subjects.Kind.HUMANS, Subjects.Kind.HUMANS_AND_ANIMALS);
    }

    @Test
    void adultMiceHaveNoAgeGroup() {
        Subjects mice = new Subjects(Subjects.Kind.ANIMALS, "title: \"mice\"");
        assertThat(Ages.of(List.of(), mice, new TitleAndAbstract("Adult mice", ""))
                        .groups())
                .isEmpty();
    }

    private static Subjects subjects(String title, String words) {
        return Subjects.of(List.of(), new TitleAndAbstract(title, words));
    }

    private static Ages ages(String title, String words) {
        return Ages.of(List.of(), subjects(title, words), new TitleAndAbstract(title, words));
    }
}
