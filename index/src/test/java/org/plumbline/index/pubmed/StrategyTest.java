package org.plumbline.index.pubmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.WrongInputException;

class StrategyTest {

    private static final List<String> FOUR =
            List.of("1: asthma[ti]", "2: wheez*[ti]", "3: #1 OR #2", "4: #3 AND child[ti]");

    @Test
    void countsLinesInEveryUsualWay() {
        assertThat(lines("asthma[ti]\nwheez*[ti]\n#1 OR #2\n#3 AND child[ti]")).isEqualTo(FOUR);
        assertThat(lines("1. asthma[ti]\n2. wheez*[ti]\n3. 1 OR 2\n4. #3 AND child[ti]"))
                .isEqualTo(FOUR);
        assertThat(lines("#1 asthma[ti]\n#2 wheez*[ti]\n#3 #1 OR #2\n#4 #3 AND child[ti]"))
                .isEqualTo(FOUR);
        assertThat(lines("#1 asthma[ti]\n#2 wheez*[ti]\n#1 OR #2\n#3 AND child[ti]"))
                .isEqualTo(FOUR);
        assertThat(lines("1 asthma[ti]\n2 wheez*[ti]\n3 or/1-2\n4 #3 AND child[ti]"))
                .isEqualTo(FOUR);
        assertThat(lines("1) asthma[ti]\n2) wheez*[ti]\n3) 1 or 2\n4) #3 AND child[ti]"))
                .isEqualTo(FOUR);
        assertThat(lines("#1. asthma[ti]\n#2: wheez*[ti]\n#3) OR/#1-#2\n#4 #3 AND child[ti]"))
                .isEqualTo(FOUR);
    }

    @Test
    void passesOverBlankLinesAndComments() {
        assertThat(lines("// asthma in children\n\n1. asthma[ti]\n ; its signs\n2. wheez*[ti]\n# together\n\n3. 1 OR 2"
                        + "\r\n4. #3 AND child[ti]\n"))
                .isEqualTo(FOUR);
    }

    @Test
    void goesOnInTheNextLineWhereSomethingIsOpen() {
        assertThat(lines("(asthma[ti]\nOR wheez*[ti])\n#1 AND\nchild[ti]\n#2\nNOT adult[ti]"))
                .containsExactly("1: asthma[ti] OR wheez*[ti]", "2: #1 AND child[ti]", "3: #2 NOT adult[ti]");
        assertThat(lines("\"heart\nfailure\"[ti]")).containsExactly("1: \"heart failure\"[ti]");
    }

    @Test
    void endsALineThatAPhraseEnds() {
        assertThat(lines("asthma[ti] AND \"heart failure\"\nwheez*[ti]"))
                .containsExactly("1: asthma[ti] AND \"heart failure\"[all]", "2: wheez*[ti]");
    }

    @Test
    void combinesLinesAsOvidDoes() {
        String three = "1. a1[ti]\n2. b1[ti]\n3. c1[ti]\n";
        assertThat(lines(three + "4. or/1-3")).endsWith("4: #1 OR #2 OR #3");
        assertThat(lines(three + "4. AND/1,3")).endsWith("4: #1 AND #3");
        assertThat(lines(three + "4. (1 or 2) not 3")).endsWith("4: (#1 OR #2) NOT #3");
    }

    @Test
    void takesLinesThatCombineLinesAndTerms() {
        assertThat(lines("asthma[ti]\n(#1 OR wheez*[ti]) NOT adult[ti]"))
                .endsWith("2: (#1 OR wheez*[ti]) NOT adult[ti]");
    }

    @Test
    void doesNotTakeTheFirstNumberOfAQueryForItsLine() {
        assertThat(lines("1 year mortality[ti]")).containsExactly("1: \"1 year mortality\"[ti]");
        assertThat(lines("1.5 mg[ti]")).containsExactly("1: \"1.5 mg\"[ti]");
        assertThat(lines("asthma[ti]\n5 year survival[ti]")).endsWith("2: \"5 year survival\"[ti]");
    }

    @Test
    void refusesLinesThatReferToLinesNotAboveThem() {
        refuses(
                "1. asthma[ti]\n2. #3 OR #1\n3. wheez*[ti]",
                "line 2, column 1: there is no line #3 before this one:"
                        + " a strategy's line may refer to those above it only");
        refuses(
                "1. asthma[ti]\n2. #1 OR #2",
                "line 2, column 7: there is no line #2 before this one:"
                        + " a strategy's line may refer to those above it only");
        refuses(
                "1. asthma[ti]\n2. or/1-3",
                "line 2, column 4: there is no line #2 before this one:"
                        + " a strategy's line may refer to those above it only");
        refuses(
                "1. asthma[ti]\n2. #1 or wheez*[ti]",
                "line 2, column 4: \"or\" is no operator in small letters: write OR, or the phrase in quotation marks");
        refuses("1. asthma[ti]\n2. or/x", "line 2, column 4: \"x\" names no lines: write or/1-4 or or/1,3");
        refuses("1. asthma[ti]\n2. or/1", "line 2, column 4: one line or none is no combination: write or/1-4");
    }

    @Test
    void refusesLinesThatAreEmptyOrTwice() {
        refuses(
                "1. asthma[ti]\n2.\n3. wheez*[ti]",
                "line 2, column 1: nothing is asked: write a word, such as asthma[tiab]");
        refuses(
                "1. asthma[ti]\n1. wheez*[ti]",
                "line 1, column 1: there is a line #1 above: give each line a number of its own");
        refuses("\n  \n// nothing\n", "the strategy has no lines: write one query a line");
        refuses("a1[ti]\n".repeat(1_001), "the strategy has 1,001 lines, at most 1,000 are read: cut it in two");
        refuses(
                "a".repeat(1_000_001),
                "the strategy has 1,000,001 characters, at most 1,000,000 are read: cut it in two");
    }

    @Test
    void saysInWhichLineAQueryIsNone() {
        refuses(
                "1. asthma[ti]\n2. wheez*[ti] AND (child*[ti]",
                "line 2, column 16: a bracket opens that is never closed:" + " close it, or remove it");
    }

    @Test
    void addsAFilterAsALineOfItsOwn() {
        assertThat(Strategy.parse("asthma[ti]\nwheez*[ti]")
                        .and(ClinicalQuery.THERAPY_NARROW)
                        .lines()
                        .getLast())
                .hasToString(
                        "Line[number=3, written=#2 AND therapy/narrow[filter], query=#2 AND therapy/narrow[filter]]");
    }

    private static List<String> lines(String text) {
        return Strategy.parse(text).lines().stream()
                .map(line -> line.number() + ": " + line.query())
                .toList();
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> Strategy.parse(text))
                .isInstanceOf(WrongInputException.class)
                .hasMessage(message);
    }
}
