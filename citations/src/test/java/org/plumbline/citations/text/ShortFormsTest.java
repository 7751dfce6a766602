package org.plumbline.citations.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We used magnetic resonance imaging (MRI) here. | MRI | magnetic resonance imaging",
                "NYHA (New York Heart Association) class | NYHA | New York Heart Association",
                "Then tumour necrosis factor-α (TNF-α) rose. | TNF-α | tumour necrosis factor-α",
                "Pain fell. Heat shock protein (HSP, stress) rose. | HSP | Heat shock protein",
                "levels of interleukin-6 (IL-6) | IL-6 | interleukin-6"
            })
    void findsTheLongForm(String text, String shortForm, String longForm) {
        assertThat(ShortForms.in(text)).singleElement().satisfies(one -> {
            assertThat(one.shortForm()).isEqualTo(shortForm);
            assertThat(one.longForm()).isEqualTo(longForm);
            assertThat(one.shortSpan().of(text)).isEqualTo(shortForm);
            assertThat(one.longSpan().of(text)).isEqualTo(longForm);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Adults (n = 20) slept.",
                "Group two (A) slept.",
                "Sleep improved (see the table of results).",
                "It closed early (May 2009).",
                "Magnetic waves. Resonance imaging (MRI)",
                "An open one (MRI"
            })
    void findsNoneWhereNoneIsDefined(String text) {
        assertThat(ShortForms.in(text)).isEmpty();
    }

    @Test
    void spansReadWhatTheySay() {
        long seed = System.nanoTime();
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        String[] pieces = {"(", ")", " ", "a", "AB", "ab bc ", ", ", "; ", ". ", "\n", "α", "-", "1"};
        for (int i = 0; i < 5_000; i++) {
            StringBuilder built = new StringBuilder();
            for (int k = random.nextInt(30); k > 0; k--) {
                built.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = built.toString();
            for (ShortForms.Definition one : ShortForms.in(text)) {
                assertThat(one.shortSpan().of(text)).isEqualTo(one.shortForm());
                assertThat(one.longSpan().of(text)).isEqualTo(one.longForm());
            }
        }
    }
}
