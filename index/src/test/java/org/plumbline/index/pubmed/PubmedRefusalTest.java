package org.plumbline.index.pubmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.citations.WrongInputException;

/// What is no query: each is refused in one line, with a caret under the place.
class PubmedRefusalTest {

    @Test
    void refusesBracketsThatDoNotMatch() {
        refuses("(a1[ti] OR b1[ti]", 0, "a bracket opens that is never closed: close it, or remove it");
        refuses("a1[ti])", 6, "a bracket closes that was not opened: remove it, or open it before");
        refuses("()", 1, "a bracket closes with nothing in it: remove both, or write a term");
        refuses("asthma[tiab", 6, "a square bracket opens that is never closed: close it, as in [tiab]");
        refuses("asthma]", 6, "a square bracket closes that was not opened: remove it");
        refuses("asthma[[ti]", 7, "a square bracket opens within another: close the first, or remove one");
        refuses("\"heart failure[ti]", 0, "a quotation mark opens that is never closed: close it, or remove it");
        refuses("(".repeat(101) + "a1" + ")".repeat(101), 100, "brackets stand more than 100 deep: remove some");
    }

    @Test
    void refusesTagsThatItDoesNotKnowOrCannotAnswer() {
        refuses(
                "asthma[tiabb]",
                6,
                "[tiabb] is no tag that is known; known are [ti] [ab] [tiab] [ot] [tw] [all] [mh] [majr] [sh] [pt] [dp]"
                        + " [au] [1au] [ta] [la] [pmid] [pmc] [aid] [filter]");
        refuses("Boston[ad]", 6, "[ad] cannot be answered: this index does not hold affiliations; leave the term out");
        refuses("[ti]", 0, "a tag belongs behind a word or a phrase, not behind brackets: give each its own");
        refuses(
                "(a1 OR b1)[ti]",
                10,
                "a tag belongs behind a word or a phrase, not behind brackets: give each its own");
        refuses(
                "asthma[ti:noexp]",
                6,
                "\":noexp\" cannot follow [ti]: :noexp follows [mh], [majr], [sh] and [pt]; :~N (N from 0 to 1000)"
                        + " follows [ti], [ab] and [tiab]");
    }

    @Test
    void refusesOperatorsWithoutTheirTerms() {
        refuses(
                "AND a1",
                0,
                "AND has nothing before it: write a term before it, or remove it; in quotation marks it is a word");
        refuses("a1 OR", 3, "OR has nothing after it: write a term, or remove it");
        refuses("(a1 OR) b1", 6, "OR has nothing after it: write a term, or remove it");
        refuses("a1 AND NOT b1", 7, "AND and NOT follow each other: write NOT alone, it means \"and not\"");
        refuses(
                "a1 OR AND b1",
                6,
                "AND follows OR: write a term before it, or remove it; in quotation marks it is a word");
        refuses(
                "asthma or wheeze",
                7,
                "\"or\" is no operator in small letters: write OR, or the phrase in quotation marks");
    }

    @Test
    void refusesOperatorsInSmallLettersBehindATerm() {
        String or = " is no operator in small letters: write OR, or the phrase in quotation marks";
        String and = " is no operator in small letters: write AND, or the phrase in quotation marks";
        String not = " is no operator in small letters: write NOT, or the phrase in quotation marks";
        refuses("asthma[tiab] or wheeze[tiab]", 13, "\"or\"" + or);
        refuses("asthma[tiab] Or wheeze[tiab]", 13, "\"Or\"" + or);
        refuses("asthma[tiab] And wheeze", 13, "\"And\"" + and);
        refuses("asthma[tiab] not wheeze[tiab]", 13, "\"not\"" + not);
        refuses("(asthma) not (wheeze)", 9, "\"not\"" + not);
        refuses("\"heart failure\" or wheeze[tiab]", 16, "\"or\"" + or);
        refuses("asthma Or wheeze", 7, "\"Or\"" + or);
        refuses("asthma AND not wheeze[tiab]", 11, "\"not\"" + not);
    }

    @Test
    void takesOperatorsInSmallLettersWhereTheyAreWords() {
        assertThat(PubmedQuery.parse("a1[ti] AND head and neck[tiab]"))
                .hasToString("a1[ti] AND \"head and neck\"[tiab]");
        assertThat(PubmedQuery.parse("or[tiab] OR (and[tiab])")).hasToString("\"or\"[tiab] OR \"and\"[tiab]");
        assertThat(PubmedQuery.parse("a1[ti] AND Or T[au]")).hasToString("a1[ti] AND Or T[au]");
        assertThat(PubmedQuery.parse("(not T[au]) OR (not T[au])")).hasToString("(not T[au]) OR (not T[au])");
        assertThat(PubmedQuery.parse("a1[ti] \"or b1\"[ti]")).hasToString("a1[ti] AND \"or b1\"[ti]");
    }

    @Test
    void refusesQueriesOfNothing() {
        refuses("", 0, "nothing is asked: write a word, such as asthma[tiab]");
        refuses("   ", 0, "nothing is asked: write a word, such as asthma[tiab]");
        refuses("the", 0, "\"the\" says nothing alone: write what is looked for");
        refuses("\"-\"[ti]", 1, "no letter and no digit is left of it: write a word");
        refuses("\"\"[mh]", 1, "no letter and no digit is left of it: write a name");
    }

    @Test
    void refusesTruncationThatPubmedRefuses() {
        refuses("ast*[tiab]", 0, "\"ast*\" is too short: PubMed asks for 4 letters before the star");
        refuses("ast*[mh]", 0, "\"ast*\" is too short: PubMed asks for 4 letters before the star");
        refuses("*[ti]", 0, "\"*\" is too short: PubMed asks for 4 letters before the star");
        refuses("organi*ation[ti]", 6, "a star stands at the end of a word only: write the spellings with OR");
        refuses("\"the wom?n\"[ti]", 8, "\"?\" stands for nothing in PubMed: write the spellings with OR");
        refuses("wom#n", 3, "\"#\" stands for nothing in PubMed: write the spellings with OR");
        refuses("\"young dog#\"[ti]", 10, "\"#\" stands for nothing in PubMed: write the spellings with OR");
        refuses("naï?ve[ti]", 3, "\"?\" stands for nothing in PubMed: write the spellings with OR");
        refuses("\"hip* pain\"[ti:~2]", 4, "no star in a search for nearness: write the word out");
        refuses(
                "hip pain[ti:~2]",
                8,
                "nearness is asked of two words or more in quotation marks: \"hip pain\"[tiab:~2]");
    }

    @Test
    void refusesDatesThatAreNone() {
        String form = ": write 2010, 2010/03 or 2010/03/15, a range as 2010:2020[dp]";
        refuses("2010/13[dp]", 0, "\"2010/13\" is no date" + form);
        refuses("2011/02/29[dp]", 0, "\"2011/02/29\" is no date" + form);
        refuses("soon[dp]", 0, "\"soon\" is no date" + form);
        refuses(
                "\"last 5 years\"[dp]",
                1,
                "\"last 5 years\" is no date (\"last … years\" would change its meaning every day)" + form);
        refuses("2020:2010[dp]", 0, "the range ends before it begins: write the earlier date first");
        refuses("2010:2011:2012[dp]", 0, "\"2010:2011:2012\" is no range of two dates: write 2010:2020[dp]");
        refuses("2010[dp]:", 8, "the colon has no date after it: write a range as 2010:2020[dp]");
        refuses("2010[dp]:2020", 9, "a range ends with a date and its tag, as in 2010:2020[dp]");
        refuses(": 2010[dp]", 0, "a colon stands between two dates only, as in 2010:2020[dp]");
    }

    @Test
    void refusesWhatThisIndexCannotAnswer() {
        refuses(
                "\"free full text\"[sb]",
                1,
                "the filter \"free full text\" cannot be answered from this index: leave it out; known are therapy/broad,"
                        + " therapy/narrow, humans, and languages such as english");
        refuses(
                "Diagnosis/Broad[filter]",
                0,
                "the wording of diagnosis/broad was not read at its source, so it is not offered: paste NLM's own; known"
                        + " are therapy/broad, therapy/narrow, humans, and languages such as english");
        refuses(
                "klingon[la]",
                0,
                "\"klingon\" is no language that is known: write it in English, or NLM's code, such as ger");
        refuses("abc[pmid]", 0, "\"abc\" is no PMID: write digits");
        refuses("123,abc[pmid]", 4, "\"abc\" is no PMID: write digits");
        refuses("\",\"[pmid]", 1, "\",\" is no PMID: write digits");
        refuses("123:456[pmid]", 3, "a range of PMIDs is not read: write each of them, or their dates");
        refuses(
                "asthma AND hasabstract[text]",
                11,
                "\"hasabstract\" cannot be answered from this index: leave the term out");
        refuses("abc[doi]", 0, "\"abc\" is not a DOI such as 10.1000/x");
        refuses("asthma/dt[mh]", 0, "\"dt\" is no subheading: write its name in full, such as drug therapy");
        refuses("#1", 0, "there is no line #1 before this one: a strategy's line may refer to those above it only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    asthma.tw.                     | 0  | asthma.tw. | Ovid
                    asthma.mp                      | 0  | asthma.mp  | Ovid
                    (asthma OR wheez*).tw.         | 18 | .tw.       | Ovid
                    "heart failure".ti,ab.         | 15 | .ti,ab.    | Ovid
                    "heart failure".ti,ab          | 15 | .ti,ab     | Ovid
                    hip adj3 pain                  | 4  | adj3       | Ovid
                    hip adj3 pain[tiab]            | 4  | adj3       | Ovid
                    random$2                       | 0  | random$2   | Ovid
                    a1 OR random$[tiab]            | 6  | random$    | Ovid
                    exp asthma/                    | 0  | exp        | Ovid
                    a1 AND asthma/                 | 7  | asthma/    | Ovid
                    (or/1-4) AND 6                 | 1  | or/1-4     | Ovid
                    limit 3 to english language    | 0  | limit      | Ovid
                    asthma:ti,ab                   | 6  | :ti,ab     | Embase
                    a1 OR 'heart failure':ti,ab,kw | 21 | :ti,ab,kw  | Embase
                    'asthma'/exp                   | 0  | 'asthma'/exp | Embase
                    'heart failure'/exp/mj         | 7  | failure'/exp/mj | Embase
                    """)
    void refusesTheLanguagesOfOtherDatabases(String query, int offset, String quoted, String language) {
        WrongInputException refused = refused(query);
        assertThat(refused)
                .hasMessageStartingWith("query, column " + (offset + 1) + ": \"" + quoted + "\" is " + language
                        + "'s language: write PubMed's, as in ");
        assertThat(((Refusal) Objects.requireNonNull(refused.getCause())).excerpt())
                .isEqualTo(query + "\n" + " ".repeat(offset) + "^");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and/or[tiab]",
                "mg/dl",
                "i.v. injection",
                "et al. 2010",
                "exp[tiab]",
                "\"adj3\"[tiab]",
                "\"US$\"[tiab]",
                "COVID-19: an update",
                "COVID-19:an update[ti]",
                "e.coli"
            })
    void takesWordsThatOnlyLookLikeOtherLanguages(String query) {
        PubmedQuery parsed = PubmedQuery.parse(query);
        assertThat(PubmedQuery.parse(parsed.toString())).isEqualTo(parsed);
    }

    @Test
    void refusesQueriesWithoutBound() {
        WrongInputException refused = refused("a".repeat(100_001));
        assertThat(refused)
                .hasMessage("query: 100,001 characters; a query has 100,000 at most: cut it into lines of a strategy");
        String changing = "a1[ti]" + " AND a1[ti] OR a1[ti]".repeat(600);
        assertThat(refused(changing))
                .hasMessageEndingWith("operators change more than 300 times: cut the query into lines of a strategy");
    }

    @Test
    void takesManyBracketsSideBySide() {
        String query = "(a1[ti] AND b1[ti] NOT c1[ti])" + " OR (a1[ti] AND b1[ti] NOT c1[ti])".repeat(2_000);
        assertThat(PubmedQuery.parse(query).root()).isInstanceOf(Expression.Or.class);
        String deep = "a1[ti]" + " AND a1[ti] OR a1[ti]".repeat(149);
        assertThat(PubmedQuery.parse(
                        PubmedQuery.parse(deep).toString().replace("(", "").replace(")", "")))
                .isEqualTo(PubmedQuery.parse(deep));
    }

    @Test
    void showsWhatStandsAroundThePlaceInALongQuery() {
        String query = "word1[ti] AND ".repeat(30) + "asthma[tiabb]" + " AND word1[ti]".repeat(30);
        Refusal refusal = (Refusal) Objects.requireNonNull(refused(query).getCause());
        assertThat(refusal.offset()).isEqualTo(30 * 14 + 6);
        String[] lines = refusal.excerpt().split("\n", -1);
        assertThat(lines[0]).startsWith("…").endsWith("…").hasSize(122);
        assertThat(lines[0].substring(lines[1].indexOf('^'))).startsWith("[tiabb]");
    }

    private static WrongInputException refused(String query) {
        WrongInputException refused = catchThrowableOfType(WrongInputException.class, () -> PubmedQuery.parse(query));
        assertThat(refused).as(query).isNotNull();
        return refused;
    }

    private static void refuses(String query, int offset, String reason) {
        WrongInputException refused = refused(query);
        assertThat(refused).hasMessage("query, column " + (offset + 1) + ": " + reason);
        Refusal refusal = (Refusal) Objects.requireNonNull(refused.getCause());
        assertThat(refusal.offset()).isEqualTo(offset);
        if (query.length() <= 60) {
            assertThat(refusal.excerpt()).isEqualTo(query + "\n" + " ".repeat(offset) + "^");
        }
    }
}
