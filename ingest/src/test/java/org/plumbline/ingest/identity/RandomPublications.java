package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Part;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;

/// Makes deliveries about made-up publications: PubMed and PMC twins and loose JATS, preprints, metadata, lists of
/// notices and registrations, revisions, deletions, and ids that are missing or wrong. The same seed makes the same
/// deliveries.
public final class RandomPublications {

    /// One delivery: a record and its text, null for a tombstone.
    public record Delivered(SourceRecord record, @Nullable Text text) {}

    private static final String[] WORDS = {
        "effect",
        "of",
        "early",
        "late",
        "dose",
        "placebo",
        "on",
        "survival",
        "in",
        "adults",
        "children",
        "with",
        "sepsis",
        "asthma",
        "gout",
        "randomised",
        "trial",
        "cohort",
        "vitamin",
        "surgery"
    };

    private final Random random;
    private final int publications;
    private final List<Delivered> deliveries = new ArrayList<>();

    private RandomPublications(long seed, int publications) {
        this.random = new Random(seed);
        this.publications = publications;
    }

    /// The deliveries about so many publications, each with its place in its source's order.
    public static List<Delivered> deliveries(long seed, int publications) {
        RandomPublications made = new RandomPublications(seed, publications);
        for (int number = 1; number <= publications; number++) {
            made.publish(number);
        }
        return List.copyOf(made.deliveries);
    }

    private void publish(int number) {
        String title = title(number);
        int year = 2000 + random.nextInt(20);
        boolean inPubmed = random.nextInt(10) < 8;
        boolean inPmc = !inPubmed || random.nextBoolean();
        if (inPubmed) {
            int versions = 1 + random.nextInt(3);
            for (int version = 0; version < versions; version++) {
                pubmed(number, title, year, version);
            }
            if (random.nextInt(12) == 0) {
                deleted(Source.PUBMED, "" + pmid(number), new SourceOrder(2_600_090, 1, number));
            }
        }
        if (inPmc) {
            int versions = 1 + random.nextInt(2);
            for (int version = 1; version <= versions; version++) {
                pmc(number, title, year + random.nextInt(2), version);
            }
        }
        if (random.nextInt(8) == 0) {
            loose(number, title, year);
        }
        if (random.nextInt(6) == 0) {
            preprint(number, title, year);
        }
        if (random.nextInt(4) == 0) {
            crossref(number);
        }
        if (random.nextInt(4) == 0) {
            notice(number);
        }
        if (random.nextInt(6) == 0) {
            registration(number);
        }
    }

    /// Beside its published article, which rarely states its DOI.
    private void preprint(int number, String title, int year) {
        List<Relation> relations = random.nextBoolean()
                ? List.of()
                : List.of(new Relation(
                        Relation.Kind.PUBLISHED_VERSION, new ArticleIds("" + pmid(number), null, null), ""));
        ArticleIds ids = new ArticleIds(null, null, preprintDoi(number));
        SourceOrder order = new SourceOrder(1, 1, number);
        add(Source.EUROPE_PMC, "PPR:PPR" + number, order, ids, title, year, relations, "preprint " + number);
    }

    private void crossref(int number) {
        String doi = random.nextInt(4) == 0 ? preprintDoi(number) : "10.9999/fiction." + number;
        Relation.Kind[] kinds = {
            Relation.Kind.RETRACTION_IN,
            Relation.Kind.ERRATUM_IN,
            Relation.Kind.EXPRESSION_OF_CONCERN_FOR,
            Relation.Kind.PREPRINT,
            Relation.Kind.REINSTATEMENT_IN
        };
        int versions = 1 + random.nextInt(2);
        for (int version = 0; version < versions; version++) {
            Relation relation = new Relation(
                    kinds[random.nextInt(kinds.length)],
                    new ArticleIds(null, null, "10.9999/fiction." + (1 + random.nextInt(publications))),
                    "",
                    someDay());
            ArticleIds ids = new ArticleIds(null, null, doi);
            SourceOrder order = new SourceOrder(random.nextInt(5), 1, version);
            bare(Source.CROSSREF, doi, order, ids, List.of(), List.of(relation));
        }
    }

    private void notice(int number) {
        Relation.Kind[] kinds = {
            Relation.Kind.RETRACTION_OF,
            Relation.Kind.PARTIAL_RETRACTION_OF,
            Relation.Kind.ERRATUM_FOR,
            Relation.Kind.REINSTATEMENT_OF
        };
        int versions = 1 + random.nextInt(2);
        for (int version = 0; version < versions; version++) {
            ArticleIds target = random.nextBoolean()
                    ? new ArticleIds("" + pmid(1 + random.nextInt(publications)), null, doi(number))
                    : new ArticleIds(null, null, doi(number));
            ArticleIds notice = new ArticleIds(rarely("" + pmid(number)), null, null);
            Relation relation = new Relation(kinds[random.nextInt(kinds.length)], target, "Reasons", someDay());
            SourceOrder order = new SourceOrder(random.nextInt(5), 1, version);
            bare(Source.RETRACTION_WATCH, "" + number, order, notice, List.of(), List.of(relation));
        }
        if (random.nextInt(6) == 0) {
            deleted(Source.RETRACTION_WATCH, "" + number, new SourceOrder(4, 2, 9));
        }
    }

    private void registration(int number) {
        String nctId = "NCT0000" + (1_000 + random.nextInt(120));
        List<String> numbers = List.of(nctId, "ISRCTN1234" + (1_000 + number));
        Relation relation = new Relation(
                Relation.Kind.REPORTED_IN, new ArticleIds("" + pmid(1 + random.nextInt(publications)), null, null), "");
        SourceOrder order = new SourceOrder(random.nextInt(5), 1, number);
        bare(Source.CLINICAL_TRIALS, nctId, order, ArticleIds.NONE, numbers, List.of(relation));
    }

    private PublicationDate someDay() {
        return new PublicationDate(2020 + random.nextInt(3), random.nextInt(13), 0);
    }

    private static String preprintDoi(int number) {
        return "10.1101/2019.01.01.9" + (10_000 + number);
    }

    private void bare(
            Source source,
            String sourceId,
            SourceOrder order,
            ArticleIds ids,
            List<String> numbers,
            List<Relation> relations) {
        SourceRecord record = SourceRecord.draft(source, sourceId, order)
                .ids(ids)
                .registryNumbers(numbers)
                .relations(relations)
                .record();
        deliveries.add(new Delivered(record, null));
    }

    private void pubmed(int number, String title, int year, int version) {
        ArticleIds ids = new ArticleIds("" + pmid(number), rarely(pmcid(number)), doi(number));
        List<Relation> relations = new ArrayList<>();
        if (random.nextInt(10) == 0) {
            int other = 1 + random.nextInt(publications);
            relations.add(new Relation(
                    random.nextBoolean() ? Relation.Kind.RETRACTION_OF : Relation.Kind.ERRATUM_IN,
                    new ArticleIds("" + pmid(other), null, null),
                    ""));
        }
        SourceOrder order = new SourceOrder(2_600_000 + version * 30L + random.nextInt(30), 1, number);
        add(Source.PUBMED, "" + pmid(number), order, ids, title, year, relations, "version " + version);
    }

    private void pmc(int number, String title, int year, int version) {
        ArticleIds ids = new ArticleIds(rarely("" + pmid(number)), pmcid(number), doi(number));
        SourceOrder order = new SourceOrder(version, 1, 0);
        add(Source.PMC, pmcid(number), order, ids, title, year, List.of(), "full text " + version);
    }

    private void loose(int number, String title, int year) {
        String doi = doi(number);
        ArticleIds ids = new ArticleIds(null, null, doi);
        String sourceId = doi == null ? Digests.sha256("loose " + number) : doi;
        add(Source.JATS, sourceId, new SourceOrder(0, 1, 0), ids, title, year, List.of(), "loose " + number);
    }

    private void deleted(Source source, String sourceId, SourceOrder order) {
        deliveries.add(new Delivered(SourceRecord.tombstone(source, sourceId, order), null));
    }

    private void add(
            Source source,
            String sourceId,
            SourceOrder order,
            ArticleIds ids,
            String title,
            int year,
            List<Relation> relations,
            String words) {
        Text text = Text.of(
                source == Source.PUBMED ? TextKind.MEDLINE_ABSTRACT : TextKind.JATS,
                List.of(
                        Section.of(0, Part.TITLE, Role.OTHER, List.of(), title),
                        Section.of(1, Part.ABSTRACT, Role.RESULTS, List.of("Results"), "What " + words + " found.")));
        SourceRecord record = SourceRecord.draft(source, sourceId, order)
                .ids(ids)
                .textId(random.nextInt(20) == 0 ? null : text.id())
                .bibliography(new Bibliography(
                        title,
                        "",
                        List.of(Author.person("Family" + title.length(), "Given", "G")),
                        new Journal("Fictional Journal", "", List.of("0000-0000"), "", ""),
                        new PublicationDate(year, 0, 0),
                        "",
                        "",
                        "",
                        "eng"))
                .articleType("research-article")
                .status(source == Source.PUBMED ? "MEDLINE" : "")
                .publicationTypes(
                        source == Source.EUROPE_PMC
                                ? List.of(Term.of("D000076942", "Preprint"))
                                : List.of(Term.of("D016428", "Journal Article")))
                .registryNumbers(List.of("NCT0000" + (1000 + title.length())))
                .relations(relations)
                .license(source == Source.PMC ? "CC BY" : "")
                .record();
        deliveries.add(new Delivered(record, record.textId() == null ? null : text));
    }

    private String title(int number) {
        if (random.nextInt(10) == 0) {
            return "Editorial";
        }
        StringBuilder title = new StringBuilder();
        Random words = new Random(number / 2);
        for (int i = 0; i < 10; i++) {
            title.append(WORDS[words.nextInt(WORDS.length)]).append(' ');
        }
        return title.append(number % 3 == 0 ? "" : number).toString();
    }

    /// Right in 70 of 100 cases, missing in 15, another publication's in 15.
    private @Nullable String doi(int number) {
        int dice = random.nextInt(100);
        int named = dice < 85 ? number : 1 + random.nextInt(publications);
        String doi = random.nextInt(20) == 0 ? preprintDoi(named) : "10.9999/fiction." + named;
        return dice >= 70 && dice < 85 ? null : doi;
    }

    /// Right in 60 of 100 cases, missing in 30, another's in 10.
    private @Nullable String rarely(String id) {
        int dice = random.nextInt(100);
        if (dice < 60) {
            return id;
        }
        int other = 1 + random.nextInt(publications);
        return dice < 90 ? null : id.startsWith("PMC") ? pmcid(other) : "" + pmid(other);
    }

    private static int pmid(int number) {
        return 900_000_000 + number;
    }

    private static String pmcid(int number) {
        return "PMC" + (800_000_000 + number);
    }
}
