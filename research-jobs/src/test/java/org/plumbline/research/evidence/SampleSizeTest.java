package org.plumbline.research.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;

class SampleSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We randomised 4,218 patients (n = 2,112 zelotrine, n = 2,106 placebo). | 4218",
                "Adults were randomised to zelotrine (n = 204) or usual care (n = 206). | 410",
                "Of 3,078 randomised adults, 231 of 1540 had a flare. | 3078",
                "In 52 clinics, including 918 women with gout, treatment was randomised. | 918",
                "Six trials with 2,914 children were included. | 2914",
                "We did a randomised pilot trial of 63 older adults. | 63"
            })
    void findsHowManyTookPart(String sentence, int n) {
        assertThat(find(sentence).map(SampleSize.Found::n)).contains(n);
    }

    @Test
    void quotesTheArmsThatItAddsUp() {
        Text text = text("Adults were randomised to zelotrine (n = 204) or usual care (n = 206).");
        assertThat(text.quote(SampleSize.find(text).orElseThrow().location()).words())
                .contains("n = 204", "n = 206");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We screened patients, and 4,006 adults were screened for the randomised trial.",
                "Adults were randomised to zelotrine (n = 20) or usual care (n = 206).",
                "Adults were randomised to low dose (n = 20), high dose (n = 21) or placebo (n = 22)."
            })
    void givesNoneWhereTheNumberIsOfSomethingElse(String sentence) {
        assertThat(find(sentence)).isEmpty();
    }

    private static Optional<SampleSize.Found> find(String sentence) {
        return SampleSize.find(text(sentence));
    }

    private static Text text(String words) {
        return Text.of(TextKind.JATS, List.of(Section.of(0, Part.ABSTRACT, Role.RESULTS, List.of(), words)));
    }
}
