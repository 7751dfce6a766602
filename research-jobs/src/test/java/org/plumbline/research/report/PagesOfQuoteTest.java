package org.plumbline.research.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Location;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;

class PagesOfQuoteTest {

    private static final String WORDS = "Nothing was given. It helped ninety patients. No one knows why.";
    private static final int TURN = WORDS.indexOf("patients");

    private static final Text PRINTED = Text.of(
            TextKind.DOCUMENT,
            List.of(new Section(
                    0,
                    Part.BODY,
                    Role.RESULTS,
                    List.of("Results"),
                    "",
                    WORDS,
                    List.of(
                            new Mark(Mark.Kind.PAGE, 0, TURN - 1, "4"),
                            new Mark(Mark.Kind.PAGE, TURN, WORDS.length(), "5")),
                    List.of())));

    @Test
    void saysThePageOfAQuote() {
        assertThat(Phrases.place(quoteOf("Nothing was given."))).endsWith("Results, p. 4");
        assertThat(Phrases.place(quoteOf("No one knows why."))).endsWith("Results, p. 5");
    }

    @Test
    void saysBothPagesOfAQuoteThatRunsOver() {
        assertThat(Phrases.place(quoteOf("It helped ninety patients."))).endsWith("Results, pp. 4\u20135");
    }

    @Test
    void saysNoPageWhereTheTextHasNone() {
        Text text = Text.of(TextKind.JATS, List.of(Section.of(0, Part.BODY, Role.RESULTS, List.of("Results"), WORDS)));
        ShownQuote quote = ShownQuote.of(text, text.quote(new Location(text.id(), 0, 0, 18)));
        assertThat(Phrases.place(quote)).endsWith("Results");
    }

    private static ShownQuote quoteOf(String words) {
        int start = WORDS.indexOf(words);
        return ShownQuote.of(PRINTED, PRINTED.quote(new Location(PRINTED.id(), 0, start, start + words.length())));
    }
}
