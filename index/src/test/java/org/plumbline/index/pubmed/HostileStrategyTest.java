package org.plumbline.index.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.citations.WrongInputException;

/// Text that is long and bad on purpose: it is refused or understood in a time that grows with its length, not with
/// its square.
class HostileStrategyTest {

    private static final int LENGTH = Source.MOST_CHARACTERS - 100;

    static Stream<Arguments> texts() {
        return Stream.of(
                text("blanks in a span of lines", n -> "or/x" + " ".repeat(n) + "x"),
                text("a span's many parts", n -> "1. a\n2. b\n3. or/" + "1-2,".repeat(n / 4) + "1"),
                text("blanks before a slash", n -> "x" + " ".repeat(n) + "[filter]"),
                text("blanks in a filter's name", n -> "\"x" + " ".repeat(n) + "x\"[filter]"),
                text("a number, blanks and a separator", n -> "1." + " ".repeat(n) + "x\u2028y"),
                text("a comment's blanks and a separator", n -> " ".repeat(n) + "//\u2028y"),
                text("fields of Ovid without end", n -> "x" + ".ab,ab".repeat(n / 6) + ";"),
                text("dots", n -> ".".repeat(n)),
                text("dots behind words", n -> "a.ab".repeat(n / 4) + "!"),
                text("slashes", n -> "a/".repeat(n / 2) + "!"),
                text("Embase's fields without end", n -> "x:ab" + ",ab".repeat(n / 3) + ";"),
                text("question marks", n -> "?".repeat(n)),
                text("stars", n -> "*".repeat(n)),
                text("operators at the break", n -> "and  ".repeat(n / 5) + "\nx"),
                text("old DOIs", n -> "10.1/((".repeat(n / 7)),
                text("brackets", n -> "(".repeat(n)),
                text("square brackets", n -> "[".repeat(n)),
                text("quotation marks", n -> "\"".repeat(n)),
                text("colons", n -> ":".repeat(n)),
                text("dates", n -> "2010:".repeat(n / 5) + "[dp]"),
                text("PMIDs", n -> "1,".repeat(n / 2) + "[pmid]"),
                text("accents", n -> "a" + "\u0301".repeat(n - 5) + "[ti]"),
                text("a bracket that is open over all lines", _ -> "(" + "asthma OR wheeze OR\n".repeat(4_900)),
                text("a quotation mark that is open over all lines", _ -> "\"" + "asthma and wheezes\n".repeat(4_900)));
    }

    private static Arguments text(String name, OfLength text) {
        return Arguments.of(name, text);
    }

    /// Makes a text of a length.
    interface OfLength {
        String of(int length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    @Timeout(10)
    void isReadInTimeThatItsLengthAllows(String name, OfLength text) {
        String strategy = text.of(LENGTH);
        try {
            assertThat(Strategy.parse(strategy).lines()).as(name).isNotEmpty();
        } catch (WrongInputException e) {
            assertThat(e.getMessage()).as(name).hasLineCount(1).hasSizeLessThan(1_000);
        }
    }
}
