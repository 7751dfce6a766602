package org.plumbline.citations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private final Text text = Text.of(
            TextKind.MEDLINE_ABSTRACT,
            List.of(
                    Section.of(0, Part.TITLE, Role.OTHER, List.of(), "A title with a \uD83D\uDC89 in it"),
                    Section.of(1, Part.ABSTRACT, Role.RESULTS, List.of("Results"), "Risk fell by 12% (P = .03).")));

    @Test
    void readsTheWordsThatStandAtALocation() {
        Quote quote = text.quote(new Location(text.id(), 1, 13, 16));
        assertThat(quote.words()).isEqualTo("12%");
    }

    @Test
    void refusesALocationThatCutsACharacter() {
        assertThatThrownBy(() -> text.quote(new Location(text.id(), 0, 0, 16)))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("cuts a character");
    }

    @Test
    void refusesALocationBeyondItsSection() {
        assertThatThrownBy(() -> text.quote(new Location(text.id(), 1, 0, 99))).isInstanceOf(WrongInputException.class);
        assertThatThrownBy(() -> text.quote(new Location(text.id(), 2, 0, 1))).isInstanceOf(WrongInputException.class);
    }

    @Test
    void refusesALocationOfAnotherText() {
        Text other =
                Text.of(TextKind.JATS, List.of(Section.of(0, Part.BODY, Role.RESULTS, List.of(), "Risk fell by 12%.")));
        assertThatThrownBy(() -> text.quote(new Location(other.id(), 0, 0, 4)))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("another text");
    }

    @Test
    void refusesAWrittenQuoteWhoseWordsWereAltered() {
        WrittenQuote altered = new WrittenQuote(new Location(text.id(), 1, 13, 16), "21%");
        assertThatThrownBy(() -> altered.check(text)).isInstanceOf(AlteredQuoteException.class);
    }

    /// Any single altered character of any quote is caught.
    @Test
    void refusesEveryAlteredCharacter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String content = text.sections().get(1).content();
        for (int round = 0; round < 500; round++) {
            int start = random.nextInt(content.length());
            int end = start + 1 + random.nextInt(content.length() - start);
            Quote quote = text.quote(new Location(text.id(), 1, start, end));
            assertThat(quote.written().check(text)).as("seed %d", seed).isEqualTo(quote);
            StringBuilder words = new StringBuilder(quote.words());
            int at = random.nextInt(words.length());
            words.setCharAt(at, (char) (words.charAt(at) + 1));
            assertThatThrownBy(() -> new WrittenQuote(quote.location(), words.toString()).check(text))
                    .as("seed %d", seed)
                    .isInstanceOf(AlteredQuoteException.class);
        }
    }

    @Test
    void refusesATextWhoseWordsDoNotHaveItsDigest() {
        String json = Json.line(text).replace("12%", "21%");
        assertThatThrownBy(() -> Json.read(json, Text.class)).isInstanceOf(WrongInputException.class);
    }

    @Test
    void comesBackFromJsonAsItWas() {
        assertThat(Json.read(Json.line(text), Text.class)).isEqualTo(text);
    }
}
