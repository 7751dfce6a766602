package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.citations.Term;

/// What cues mean: one title and abstract a line, and the one design that a reader gives them.
class DesignOfSentencesTest {

    private static final Term RANDOMISED = Term.of("D016449", "Randomized Controlled Trial");

    @ParameterizedTest
    @MethodSource("rows")
    void isWhatAReaderSays(String design, String title, String abstractWords) {
        assertThat(DesignClassifier.classify(
                        List.of(), List.of(), List.of(), new TitleAndAbstract(title, abstractWords)))
                .extracting(level -> level.kind().name())
                .isEqualTo(design);
    }

    /// NLM's indexers read the article.
    @Test
    void onlyAPlanOverrulesAnIndexedTrial() {
        rows().map(Arguments::get).forEach(row -> {
            boolean plan = row[0].equals("PROTOCOL");
            assertThat(indexed(row[1].toString(), row[2].toString(), List.of()))
                    .as("%s", row[1])
                    .isEqualTo(plan ? DesignLevel.Kind.PROTOCOL : DesignLevel.Kind.RANDOMISED_TRIAL);
        });
    }

    @Test
    void aPlanWithResultsIsTheTrialThatItIsIndexedAs() {
        String title = "Warm milk for sleep: study protocol and first nights";
        assertThat(indexed(title, "Sleep was longer (P less than 0.01).", List.of()))
                .isEqualTo(DesignLevel.Kind.RANDOMISED_TRIAL);
        assertThat(indexed(title, "Sleep will be compared at P < 0.05.", List.of()))
                .isEqualTo(DesignLevel.Kind.PROTOCOL);
    }

    @Test
    void aTrialInAnimalsAloneIsAnAnimalStudyHoweverItIsIndexed() {
        assertThat(indexed("Warm milk for sleep", "", List.of(Term.of("D000818", "Animals"))))
                .isEqualTo(DesignLevel.Kind.ANIMAL_OR_LABORATORY);
        List<Term> both = List.of(Term.of("D000818", "Animals"), Term.of("D006801", "Humans"));
        assertThat(indexed("Warm milk for sleep", "", both)).isEqualTo(DesignLevel.Kind.RANDOMISED_TRIAL);
    }

    private static DesignLevel.Kind indexed(String title, String abstractWords, List<Term> headings) {
        return DesignClassifier.classify(
                        List.of(RANDOMISED), List.of(), headings, new TitleAndAbstract(title, abstractWords))
                .kind();
    }

    static Stream<Arguments> rows() {
        try (InputStream in =
                Objects.requireNonNull(DesignOfSentencesTest.class.getResourceAsStream("design-sentences.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arguments.of((Object[]) line.split("\t", -1)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
