package org.plumbline.citations.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Standing;

class VancouverTest {

    private static final Journal JOURNAL =
            new Journal("Fictional Journal of Wards", "Fict J Wards", List.of("0000-0000"), "", "");

    @Test
    void writesAuthorsTitleJournalDatePagesAndIdentifiers() {
        assertThat(reference("Early walking after surgery.", person("Ashgrove", "JR"), person("de la Cruz", "M")))
                .isEqualTo(
                        "Ashgrove JR, de la Cruz M. Early walking after surgery. Fict J Wards. 2021 Mar 4;12(3):101\u20139."
                                + " doi: 10.99999/fict.1. PMID: 990000001; PMCID: PMC99000001.");
    }

    @Test
    void namesGroupsInFull() {
        assertThat(reference("Walking", person("Ashgrove", "J"), Author.group("The Wards & Halls Group")))
                .startsWith("Ashgrove J, The Wards & Halls Group. Walking. ");
    }

    @Test
    void namesSixOfEightAuthors() {
        Author[] eight =
                "ABCDEFGH".chars().mapToObj(c -> person((char) c + "x", "Y")).toArray(Author[]::new);
        assertThat(reference("Many", eight)).startsWith("Ax Y, Bx Y, Cx Y, Dx Y, Ex Y, Fx Y, et al. Many. ");
    }

    @Test
    void beginsWithTheTitleWhereNoAuthorIsKnown() {
        assertThat(reference("No authors")).startsWith("No authors. Fict J Wards. 2021 ");
    }

    @Test
    void keepsTheTitleAsItIsStored() {
        for (String title : List.of(
                "[Fictional sample] Walking early: a trial",
                "A \"quoted\" p < 0.05 & <i>E. coli</i> 'x' <b>x",
                "<script>alert(1)</script> &amp; **bold** _under_ a--b 1-2")) {
            assertThat(reference(title, person("Ashgrove", "J")))
                    .startsWith("Ashgrove J. " + title + ". Fict J Wards.");
        }
    }

    @Test
    void addsNoFullStopToAQuestion() {
        assertThat(reference("Does it work?", person("Ashgrove", "J"))).startsWith("Ashgrove J. Does it work? Fict J");
    }

    @Test
    void bracketsATranslatedTitleAndNamesItsLanguage() {
        assertThat(Vancouver.reference(article("Walking early", "Fr\u00fch gehen", "ger", person("O'Neill", ""))))
                .isEqualTo("O'Neill. [Walking early]. Fict J Wards. 2021 Mar 4;12(3):101\u20139. German."
                        + " doi: 10.99999/fict.1. PMID: 990000001; PMCID: PMC99000001.");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        Bibliography bare = new Bibliography(
                "Bare", "", List.of(), new Journal("A Whole Title", "", List.of(), "", ""), null, "", "", "", "");
        assertThat(Vancouver.reference(article(bare, ArticleIds.NONE))).isEqualTo("Bare. A Whole Title.");
    }

    @Test
    void writesTheSameTwice() {
        String first = reference("Twice", person("Ashgrove", "J"));
        reference("Between", person("Brook", "K"));
        assertThat(reference("Twice", person("Ashgrove", "J"))).isEqualTo(first);
    }

    private static String reference(String title, Author... authors) {
        return Vancouver.reference(article(title, "", "eng", authors));
    }

    private static Author person(String family, String initials) {
        return Author.person(family, "", initials);
    }

    private static Article article(String title, String original, String language, Author... authors) {
        PublicationDate date = new PublicationDate(2021, 3, 4);
        return article(
                new Bibliography(title, original, List.of(authors), JOURNAL, date, "12", "3", "101-109", language),
                new ArticleIds("990000001", "PMC99000001", "10.99999/fict.1"));
    }

    private static Article article(Bibliography bibliography, ArticleIds ids) {
        return new Article(
                "pmid:990000001",
                ids,
                ids.aliases(),
                bibliography,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Standing.NO_KNOWN_EVENT,
                new PeerReview(PeerReview.Status.UNKNOWN, List.of()),
                "",
                "",
                "",
                List.of());
    }
}
