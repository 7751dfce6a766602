package org.plumbline.citations.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {

    @ParameterizedTest
    @CsvSource({
        "N. Engl. J. Med., nengljmed",
        "The Lancet, lancet",
        "the, the",
        "Therapy & Health, therapyandhealth",
        "1533-4406, 15334406",
        "' the  BMJ ', bmj"
    })
    void keepsLettersAndDigits(String name, String folded) {
        assertThat(FoldedName.of(name)).isEqualTo(folded);
    }

    @Test
    void foldsAsciiAsAnyName() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "tThHeE  \t\n&.-_(3zZ\u001f";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder name = new StringBuilder(round % 3 == 0 ? "The" : "");
            for (int i = random.nextInt(8); i > 0; i--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(FoldedName.of(name.toString()))
                    .as("seed %d: \"%s\"", seed, name)
                    .isEqualTo(FoldedName.ofAny(name.toString()));
        }
    }
}
