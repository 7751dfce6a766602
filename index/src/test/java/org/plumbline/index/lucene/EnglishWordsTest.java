package org.plumbline.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishWordsTest {

    @ParameterizedTest
    @CsvSource({
        "haemoglobin, hemoglobin",
        "tumours, tumor",
        "randomised, randomized",
        "randomisation, randomization",
        "oedema, edema",
        "diarrhoea, diarrhea",
        "paediatric, pediatric",
        "analysed, analyzed",
        "behavioural, behavioral",
        "fibre, fiber",
        "centres, centers",
        "sulphate, sulfate",
        "programmes, program",
        "heart-failure, heart failure",
        "β-blocker, beta blockers",
        "TNF-α, tnf alpha",
        "Ménière's, meniere"
    })
    void takesAsOne(String one, String other) {
        assertThat(words(one)).isEqualTo(words(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hour, horse", "tree, teer", "disease, decease", "four, for", "IL-6, IL-8", "0.05, 0.5", "μ, u"})
    void keepsApart(String one, String other) {
        assertThat(words(one)).isNotEqualTo(words(other));
    }

    @Test
    void leavesHolesWhereStopWordsStood() {
        List<EnglishWords.Word> words = EnglishWords.of("The risk of stroke");
        assertThat(words).extracting(EnglishWords.Word::position).containsExactly(1, 3);
        assertThat(words).extracting(EnglishWords.Word::start).containsExactly(4, 12);
    }

    private static List<String> words(String text) {
        return EnglishWords.of(text).stream().map(EnglishWords.Word::word).toList();
    }
}
