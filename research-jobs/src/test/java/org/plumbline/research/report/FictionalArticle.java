package org.plumbline.research.report;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Location;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Quote;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Standing;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.citations.design.DesignLevel;

/// An invented article with its text, for report fixtures. Identifiers are outside the real ranges.
record FictionalArticle(Article article, Text text, DesignLevel design) {

    static Builder titled(String title) {
        return new Builder(title);
    }

    /// The quote of these words, which stand once in the text.
    ShownQuote quote(String words) {
        for (Section section : text.sections()) {
            int at = section.content().indexOf(words);
            if (at >= 0) {
                Quote quote = text.quote(new Location(text.id(), section.number(), at, at + words.length()));
                return ShownQuote.of(text, quote);
            }
        }
        throw new IllegalArgumentException("not in " + article.id() + ": " + words);
    }

    /// Puts an article together, with what most fixtures share as its default.
    static final class Builder {
        private final String title;
        private String number = "1";
        private List<Author> authors = List.of();
        private int year = 2020;
        private DesignLevel design =
                new DesignLevel(DesignLevel.Kind.RANDOMISED_TRIAL, "publication type \"Randomized Controlled Trial\"");
        private String study = "";
        private TextKind kind = TextKind.MEDLINE_ABSTRACT;
        private List<IntegrityEvent> events = List.of();
        private String funding = "";
        private String interests = "";
        private final List<Section> sections = new ArrayList<>();

        private Builder(String title) {
            this.title = "[Fictional sample] " + title;
            sections.add(Section.of(0, Part.TITLE, Role.OTHER, List.of(), this.title));
        }

        Builder number(String digits) {
            this.number = digits;
            return this;
        }

        Builder by(int published, Author... people) {
            this.year = published;
            this.authors = List.of(people);
            return this;
        }

        Builder design(DesignLevel.Kind level, String signal) {
            this.design = new DesignLevel(level, signal);
            return this;
        }

        Builder study(String registryNumber) {
            this.study = registryNumber;
            return this;
        }

        Builder fullText() {
            this.kind = TextKind.JATS;
            return this;
        }

        Builder events(IntegrityEvent... happened) {
            this.events = List.of(happened);
            return this;
        }

        Builder statements(String fundingWords, String interestsWords) {
            this.funding = fundingWords;
            this.interests = interestsWords;
            return this;
        }

        Builder section(Part part, String heading, String content, Mark... marks) {
            Role role = Role.ofHeading(List.of(heading));
            sections.add(
                    new Section(sections.size(), part, role, List.of(heading), "", content, List.of(marks), List.of()));
            return this;
        }

        FictionalArticle build() {
            boolean full = kind == TextKind.JATS;
            ArticleIds ids =
                    new ArticleIds("99000" + number, full ? "PMC9900" + number : null, "10.99999/fict.wards." + number);
            Text text = Text.of(kind, sections);
            Bibliography bibliography = new Bibliography(
                    title,
                    "",
                    authors,
                    new Journal("Fictional Journal of Wards", "Fict J Wards", List.of(), "", ""),
                    new PublicationDate(year, 3, 0),
                    String.valueOf(year - 2008),
                    "2",
                    number + "1-" + number + "9",
                    "eng");
            Article article = new Article(
                    "pmid:" + ids.pmid(),
                    ids,
                    ids.aliases(),
                    bibliography,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    study.isEmpty() ? List.of() : List.of(study),
                    List.of(),
                    List.of(),
                    events,
                    Standing.of(events),
                    new PeerReview(PeerReview.Status.JOURNAL_REVIEWS, List.of("journal article in an indexed journal")),
                    full ? "CC BY" : "",
                    funding,
                    interests,
                    List.of(new Article.ArticleText(text.id(), kind, "PUBMED:" + ids.pmid())));
            return new FictionalArticle(article, text, design);
        }
    }
}
