package org.plumbline.research;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Part;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Standing;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.build.CorpusVersion;
import org.plumbline.index.build.NewPart;
import org.plumbline.index.build.SnapshotBuild;

/// A shelf of invented articles, indexed without Spark.
public final class Library {

    private static final Term TRIAL = Term.of("D016449", "Randomized Controlled Trial");

    private final List<ArticleWithTexts> articles = new ArrayList<>();

    /// Six articles on zelotrine for gout flares: three trials, one of them retracted, a second report of the
    /// first, a preprint and an editorial; and a trial of another drug.
    public static Library onGout() {
        return new Library()
                .trial(
                        1,
                        "Zelotrine for gout flares: a randomised trial",
                        "Journal of Invented Rheumatology",
                        2018,
                        "NCT90000001",
                        "Gout flares occurred in 20 of 100 patients with zelotrine and 40 of 100 patients with placebo (risk"
                                + " ratio 0.50; 95% CI 0.32 to 0.79; P = .003). Adverse events occurred in 12% of patients with"
                                + " zelotrine and 10% of patients with placebo (P = .65). This difference was small.",
                        "Zelotrine reduced gout flares in adults compared with placebo.")
                .trial(
                        2,
                        "Zelotrine to prevent flares of gout in primary care: a randomised trial",
                        "Annals of Made-up Medicine",
                        2021,
                        "NCT90000002",
                        "Gout flares did not differ between zelotrine and placebo (31 of 150 vs 33 of 149 patients; risk"
                                + " ratio 0.93; 95% CI 0.60 to 1.44; P = .75). Adverse events were more frequent with zelotrine"
                                + " than with placebo (30 of 150 vs 14 of 149 patients; P = .01).",
                        "Zelotrine did not reduce gout flares in primary care.")
                .retractedTrial(
                        3,
                        "Zelotrine abolishes gout flares: a randomised trial",
                        "Annals of Made-up Medicine",
                        "Gout flares occurred in no patient with zelotrine and in 50 of 100 patients with placebo (P < .001).")
                .trial(
                        4,
                        "Gout flares in the second year after zelotrine: follow-up of a randomised trial",
                        "Journal of Invented Rheumatology",
                        2020,
                        "NCT90000001",
                        "In the second year gout flares occurred in 25 of 96 patients with zelotrine and 38 of 95 patients with"
                                + " placebo (P = .03).",
                        "The effect of zelotrine on gout flares lasted two years.")
                .preprint(
                        5,
                        "Zelotrine and gout flares: a randomised trial (preprint)",
                        "Gout flares were fewer with zelotrine than with placebo (10 of 50 vs 20 of 50 patients; P = .03).")
                .trial(
                        6,
                        "Ostravine for gout flares: a randomised trial",
                        "Journal of Invented Rheumatology",
                        2019,
                        "NCT90000003",
                        "Gout flares occurred in 30 of 100 patients with ostravine and 35 of 100 patients with placebo (P = .45).",
                        "Ostravine did not reduce gout flares.");
    }

    private Library trial(
            int pmid, String title, String journal, int year, String studyId, String results, String conclusions) {
        return add(pmid, title, journal, year, List.of(studyId), List.of(), TRIAL, results, conclusions);
    }

    private Library retractedTrial(int pmid, String title, String journal, String results) {
        IntegrityEvent retraction = new IntegrityEvent(
                IntegrityEvent.Kind.RETRACTION,
                "pmid:" + pmid,
                new PublicationDate(2022, 1, 0),
                ArticleIds.NONE,
                "",
                "PUBMED:" + pmid);
        return add(
                pmid,
                title,
                journal,
                2019,
                List.of(),
                List.of(retraction),
                TRIAL,
                results,
                "Zelotrine abolishes gout flares in adults with gout.");
    }

    private Library preprint(int pmid, String title, String results) {
        return add(
                pmid,
                title,
                "Invented Preprints",
                2022,
                List.of(),
                List.of(),
                Term.of("D000076942", "Preprint"),
                results,
                "Zelotrine may reduce gout flares in adults.");
    }

    private Library add(
            int pmid,
            String title,
            String journal,
            int year,
            List<String> studyIds,
            List<IntegrityEvent> events,
            Term type,
            String results,
            String conclusions) {
        Text text = Text.of(
                TextKind.MEDLINE_ABSTRACT,
                List.of(
                        Section.of(0, Part.TITLE, Role.OTHER, List.of(), title),
                        Section.of(
                                1,
                                Part.ABSTRACT,
                                Role.METHODS,
                                List.of("METHODS"),
                                "Adults with gout were randomised to the study drug or placebo for one year."),
                        Section.of(2, Part.ABSTRACT, Role.RESULTS, List.of("RESULTS"), results),
                        Section.of(3, Part.ABSTRACT, Role.CONCLUSIONS, List.of("CONCLUSIONS"), conclusions)));
        ArticleIds ids = new ArticleIds(String.valueOf(pmid), null, "10.5555/invented." + pmid);
        boolean preprint = type.name().equals("Preprint");
        Article article = new Article(
                "pmid:" + pmid,
                ids,
                ids.aliases(),
                new Bibliography(
                        title,
                        "",
                        List.of(Author.person("Author" + pmid, "Ann", "A")),
                        new Journal(journal, "", List.of("9999-000" + pmid), "", ""),
                        new PublicationDate(year, 5, 0),
                        "1",
                        "",
                        String.valueOf(pmid),
                        "eng"),
                List.of(),
                List.of(type),
                List.of(),
                List.of(),
                studyIds,
                List.of(),
                List.of(),
                events,
                Standing.of(events),
                preprint
                        ? new PeerReview(PeerReview.Status.PREPRINT, List.of("publication type Preprint"))
                        : new PeerReview(PeerReview.Status.JOURNAL_REVIEWS, List.of("indexed journal")),
                "",
                "",
                "",
                List.of(new Article.ArticleText(text.id(), text.kind(), "PUBMED:" + pmid)));
        articles.add(new ArticleWithTexts(article, List.of(text)));
        return this;
    }

    /// The same shelf after something happened to one of its articles.
    Library after(int pmid, IntegrityEvent.Kind kind, PublicationDate date) {
        IntegrityEvent event =
                new IntegrityEvent(kind, "pmid:" + pmid, date, ArticleIds.NONE, "", "RETRACTION_WATCH:" + pmid);
        articles.replaceAll(input -> input.article().id().equals("pmid:" + pmid) ? withEvent(input, event) : input);
        return this;
    }

    /// The same shelf without one of its articles.
    Library without(int pmid) {
        articles.removeIf(input -> input.article().id().equals("pmid:" + pmid));
        return this;
    }

    private static ArticleWithTexts withEvent(ArticleWithTexts input, IntegrityEvent event) {
        Article article = input.article();
        List<IntegrityEvent> events = new ArrayList<>(article.events());
        events.add(event);
        return new ArticleWithTexts(
                new Article(
                        article.id(),
                        article.ids(),
                        article.aliases(),
                        article.bibliography(),
                        article.articleTypes(),
                        article.publicationTypes(),
                        article.mesh(),
                        article.keywords(),
                        article.studyIds(),
                        article.grants(),
                        article.relations(),
                        events,
                        Standing.of(events),
                        article.peerReview(),
                        article.license(),
                        article.funding(),
                        article.competingInterests(),
                        article.texts()),
                input.texts());
    }

    /// Publishes a snapshot of the shelf under a home folder.
    public void publish(Path home) throws IOException {
        CorpusVersion corpus = new CorpusVersion(1, 7, "", Map.of(), "c".repeat(64));
        try (SnapshotBuild build = SnapshotBuild.begin(home, corpus)) {
            try (NewPart part = new NewPart(build.newParts(), "shelf")) {
                for (ArticleWithTexts article : articles.stream()
                        .sorted(Comparator.comparing(
                                (ArticleWithTexts input) -> input.article().id()))
                        .toList()) {
                    part.add(article);
                }
                build.publish(List.of(part.finish()));
            }
        }
    }
}
