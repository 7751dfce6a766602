package org.plumbline.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {

    private static final String ENGLISH = "The patients who were asked in the clinic answered that they slept well. ";
    private static final String GERMAN =
            "Die Patienten, die in der Klinik gefragt wurden, schliefen größtenteils gut. ";
    private static final String CZECH = "Pacienti, kteří byli na klinice dotázáni, odpověděli, že většinou spí dobře. ";
    private static final String RUSSIAN = "Пациенты, которых спросили в клинике, ответили, что спят хорошо. ";

    @Test
    void takesWordsOfManyLanguages() {
        for (String words : new String[] {ENGLISH, GERMAN, CZECH, RUSSIAN, "患者は診療所でよく眠れたと答えた。"}) {
            assertThat(Letters.in(words.repeat(40)).areGarbled()).as(words).isFalse();
        }
    }

    @Test
    void tellsLettersThatAreShiftedOrReplaced() {
        StringBuilder upwards = new StringBuilder();
        StringBuilder downwards = new StringBuilder();
        ENGLISH.repeat(40).chars().forEach(letter -> {
            upwards.append((char) (Character.isLetter(letter) ? letter + 86 : letter));
            downwards.append((char) (letter > 64 ? letter - 29 : letter));
        });
        assertThat(Letters.in(upwards.toString()).areGarbled()).isTrue();
        assertThat(Letters.in(downwards.toString()).areGarbled()).isTrue();
        assertThat(Letters.in(ENGLISH.repeat(40).replace("e", "\uFFFD")).areGarbled())
                .isTrue();
    }

    @Test
    void saysNothingOfFewLetters() {
        assertThat(Letters.in("XQZ KLMN").areGarbled()).isFalse();
    }
}
