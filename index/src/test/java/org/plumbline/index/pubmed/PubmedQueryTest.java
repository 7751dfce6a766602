package org.plumbline.index.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.PublicationDate;
import org.plumbline.index.pubmed.Expression.And;
import org.plumbline.index.pubmed.Expression.Author;
import org.plumbline.index.pubmed.Expression.Filter;
import org.plumbline.index.pubmed.Expression.Heading;
import org.plumbline.index.pubmed.Expression.JournalName;
import org.plumbline.index.pubmed.Expression.Language;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Near;
import org.plumbline.index.pubmed.Expression.Not;
import org.plumbline.index.pubmed.Expression.Or;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Published;
import org.plumbline.index.pubmed.Expression.Subheading;
import org.plumbline.index.pubmed.Expression.Text;
import org.plumbline.index.pubmed.Expression.Topic;
import org.plumbline.index.pubmed.Expression.Word;

class PubmedQueryTest {

    private static final Expression A = text(TextField.TITLE, "a1");
    private static final Expression B = text(TextField.TITLE, "b1");
    private static final Expression C = text(TextField.TITLE, "c1");
    private static final Expression D = text(TextField.TITLE, "d1");

    @Test
    void carriesOperatorsOutFromLeftToRight() {
        assertThat(root("a1[ti] OR b1[ti] AND c1[ti]")).isEqualTo(and(or(A, B), C));
        assertThat(root("a1[ti] AND b1[ti] OR c1[ti]")).isEqualTo(or(and(A, B), C));
        assertThat(root("a1[ti] NOT b1[ti] OR c1[ti]")).isEqualTo(or(new Not(A, B), C));
        assertThat(root("a1[ti] OR b1[ti] NOT c1[ti]")).isEqualTo(new Not(or(A, B), C));
        assertThat(root("a1[ti] NOT b1[ti] NOT c1[ti]")).isEqualTo(new Not(new Not(A, B), C));
        assertThat(root("a1[ti] OR b1[ti] AND c1[ti] OR d1[ti]")).isEqualTo(or(and(or(A, B), C), D));
    }

    @Test
    void letsBracketsSayOtherwise() {
        assertThat(root("a1[ti] OR (b1[ti] AND c1[ti])")).isEqualTo(or(A, and(B, C)));
        assertThat(root("a1[ti] NOT (b1[ti] OR c1[ti])")).isEqualTo(new Not(A, or(B, C)));
        assertThat(root("((a1[ti]))")).isEqualTo(A);
    }

    @Test
    void readsAndWhereNoOperatorStands() {
        assertThat(root("a1[ti] b1[ti]")).isEqualTo(and(A, B));
        assertThat(root("a1[ti](b1[ti] OR c1[ti])d1[ti]")).isEqualTo(and(A, or(B, C), D));
        assertThat(root("a1[ti] OR b1[ti] c1[ti]")).isEqualTo(and(or(A, B), C));
    }

    @Test
    void looksForEachOfTheWordsWithoutATagTogether() {
        Expression heart = text(TextField.ALL, "heart");
        Expression failure = text(TextField.ALL, "failure");
        assertThat(root("heart failure")).isEqualTo(and(heart, failure));
        assertThat(root("a1[ti] OR the heart failure")).isEqualTo(or(A, and(heart, failure)));
        assertThat(root("\"heart failure\"")).isEqualTo(text(TextField.ALL, "heart", "failure"));
        assertThat(root("heart failure[all]")).isEqualTo(text(TextField.ALL, "heart", "failure"));
    }

    @Test
    void knowsTagsByAllTheirNames() {
        Expression asthma = text(TextField.TITLE_ABSTRACT, "asthma");
        for (String tag : List.of("tiab", "TIAB", "Title/Abstract", "title / abstract", " tiab ")) {
            assertThat(root("asthma[" + tag + "]")).as(tag).isEqualTo(asthma);
            assertThat(root("asthma [" + tag + "]")).as(tag).isEqualTo(asthma);
        }
        Expression heading = new Heading("Asthma", "", false, Narrower.TOO, Topic.ANY);
        for (String tag : List.of("mh", "Mesh", "MeSH Terms", "mesh heading")) {
            assertThat(root("\"Asthma\"[" + tag + "]")).as(tag).isEqualTo(heading);
        }
        assertThat(root("asthma[tw]")).isEqualTo(text(TextField.TEXT_WORD, "asthma"));
        assertThat(root("asthma[Text Word]")).isEqualTo(text(TextField.TEXT_WORD, "asthma"));
        assertThat(root("asthma[ti]")).isEqualTo(text(TextField.TITLE, "asthma"));
        assertThat(root("asthma[ab]")).isEqualTo(text(TextField.ABSTRACT, "asthma"));
        assertThat(root("asthma[ot]")).isEqualTo(text(TextField.KEYWORD, "asthma"));
    }

    @Test
    void readsHeadingsWithTheirSubheadings() {
        assertThat(root("asthma[mh:noexp]")).isEqualTo(new Heading("asthma", "", false, Narrower.NOT, Topic.ANY));
        assertThat(root("\"Asthma/drug therapy\"[Mesh:NoExp]"))
                .isEqualTo(new Heading("Asthma", "drug therapy", false, Narrower.NOT, Topic.ANY));
        assertThat(root("asthma/drug therapy[majr]"))
                .isEqualTo(new Heading("asthma", "drug therapy", false, Narrower.TOO, Topic.MAJOR));
        assertThat(root("diagnostic*[mh:noexp]"))
                .isEqualTo(new Heading("diagnostic", "", true, Narrower.NOT, Topic.ANY));
        assertThat(root("sensitivity and specificity[mh]"))
                .isEqualTo(new Heading("sensitivity and specificity", "", false, Narrower.TOO, Topic.ANY));
        assertThat(root("therapeutic use[sh]")).isEqualTo(new Subheading("therapeutic use", Narrower.TOO));
    }

    @Test
    void readsTypesJournalsAuthorsLanguagesAndIds() {
        assertThat(root("randomized controlled trial[pt]"))
                .isEqualTo(new Expression.Type("randomized controlled trial", false, Narrower.TOO));
        assertThat(root("\"N Engl J Med\"[ta]")).isEqualTo(new JournalName("N Engl J Med", false));
        assertThat(root("smith j[au]")).isEqualTo(new Author("smith j", false, false, Place.ANY));
        assertThat(root("\"smith j\"[au]")).isEqualTo(new Author("smith j", true, false, Place.ANY));
        assertThat(root("smith j[1au]")).isEqualTo(new Author("smith j", false, false, Place.FIRST));
        assertThat(root("english[la]")).isEqualTo(new Language("eng"));
        assertThat(root("German[Language]")).isEqualTo(new Language("ger"));
        assertThat(root("123[pmid]")).isEqualTo(new Expression.Identifier("pmid:123"));
        for (String ids : List.of("123 456[uid]", "123,456[pmid]", "123, 456[pmid]", "123;456;[pmid]")) {
            assertThat(root(ids))
                    .as(ids)
                    .isEqualTo(or(new Expression.Identifier("pmid:123"), new Expression.Identifier("pmid:456")));
        }
        assertThat(root("10.1016/S0140-6736(05)66178-1[doi]"))
                .isEqualTo(new Expression.Identifier("doi:10.1016/s0140-6736(05)66178-1"));
        assertThat(root("PMC13900[pmc]")).isEqualTo(new Expression.Identifier("pmcid:PMC13900"));
    }

    @Test
    void readsDatesAndRangesOfThem() {
        assertThat(root("2010[dp]")).isEqualTo(published(date(2010, 0, 0), date(2010, 0, 0)));
        assertThat(root("2010/3/15[pdat]")).isEqualTo(published(date(2010, 3, 15), date(2010, 3, 15)));
        Expression years = published(date(2010, 0, 0), date(2020, 0, 0));
        for (String range : List.of(
                "2010:2020[dp]",
                "2010 : 2020 [dp]",
                "2010[dp]:2020[dp]",
                "\"2010:2020\"[dp]",
                "\"2010\"[Date - Publication] : \"2020\"[Date - Publication]",
                "(\"2010\"[PDAT] : \"2020\"[PDAT])",
                "\"2010\":\"2020\"[dp]")) {
            assertThat(root(range)).as(range).isEqualTo(years);
        }
        Published march = (Published) root("2010/02:2012/02[dp]");
        assertThat(march.firstDay()).isEqualTo(20100201);
        assertThat(march.lastDay()).isEqualTo(20120229);
    }

    @Test
    void readsTruncationPhrasesAndNearness() {
        assertThat(root("asthma*[tiab]"))
                .isEqualTo(new Text(TextField.TITLE_ABSTRACT, List.of(new Word("asthma", true))));
        assertThat(root("\"breast neoplasm*\"[ti]"))
                .isEqualTo(new Text(TextField.TITLE, List.of(new Word("breast", false), new Word("neoplasm", true))));
        assertThat(root("breast neoplasm*[ti]")).isEqualTo(root("\"breast neoplasm*\"[ti]"));
        assertThat(root("\"hip pain\"[Title/Abstract:~2]"))
                .isEqualTo(new Near(TextField.TITLE_ABSTRACT, List.of("hip", "pain"), 2));
    }

    @Test
    void takesWhatWordProcessorsMakeOfQuotesHyphensAndSpaces() {
        assertThat(root("\u201cheart failure\u201d[tiab]\u00a0AND \u201ebeta\u2013blocker\u201c[tiab]"))
                .isEqualTo(root("\"heart failure\"[tiab] AND \"beta-blocker\"[tiab]"));
        assertThat(root("\ufeffasthma\u200b[tiab]")).isEqualTo(root("asthma[tiab]"));
        assertThat(root("Crohn\u2019s[tiab]")).isEqualTo(root("Crohn's[tiab]"));
    }

    @Test
    void knowsFiltersByName() {
        assertThat(root("Therapy/Narrow[filter]")).isEqualTo(new Filter(ClinicalQuery.THERAPY_NARROW));
        assertThat(root("english[filter]")).isEqualTo(new Language("eng"));
        assertThat(root("humans[sb]")).isEqualTo(new Heading("Humans", "", false, Narrower.NOT, Topic.ANY));
    }

    @Test
    void writesClinicalQueriesOutAsPublished() {
        assertThat(new PubmedQuery(ClinicalQuery.THERAPY_NARROW.expression()))
                .hasToString("\"randomized controlled trial\"[pt]"
                        + " OR (randomized[tiab] AND controlled[tiab] AND trial[tiab])");
        assertThat(new PubmedQuery(ClinicalQuery.THERAPY_BROAD.expression()))
                .hasToString("(clinical[tiab] AND trial[tiab]) OR \"clinical trials as topic\"[mh]"
                        + " OR \"clinical trial\"[pt] OR random*[tiab] OR \"random allocation\"[mh]"
                        + " OR \"therapeutic use\"[sh]");
    }

    @Test
    void printsTheOrderInWhichOperatorsAreCarriedOut() {
        assertThat(PubmedQuery.parse("asthma OR wheez*[ti] AND \"N Engl J Med\"[ta] NOT 2010:2012/3[dp]"))
                .hasToString("((asthma[all] OR wheez*[ti]) AND \"N Engl J Med\"[ta]) NOT 2010:2012/03[dp]");
    }

    @Test
    void readsLongChainsOfOneOperator() {
        String chain = "word1[ti]" + " OR word1[ti]".repeat(7_000);
        assertThat(((Or) root(chain)).operands()).hasSize(7_001);
    }

    private static Expression root(String query) {
        return PubmedQuery.parse(query).root();
    }

    private static Expression text(TextField field, String... words) {
        return new Text(
                field,
                List.of(words).stream().map(word -> new Word(word, false)).toList());
    }

    private static Expression and(Expression... operands) {
        return new And(List.of(operands));
    }

    private static Expression or(Expression... operands) {
        return new Or(List.of(operands));
    }

    private static Published published(PublicationDate from, PublicationDate until) {
        return new Published(from, until);
    }

    private static PublicationDate date(int year, int month, int day) {
        return new PublicationDate(year, month, day);
    }
}
