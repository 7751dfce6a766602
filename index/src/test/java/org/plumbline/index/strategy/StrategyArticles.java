package org.plumbline.index.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Standing;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.index.Samples;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.mesh.MeshDescriptor;

/// Articles with all that a strategy asks for.
final class StrategyArticles {

    /// A small vocabulary: diseases of three levels, a check tag and types of publications.
    static final List<MeshDescriptor> MESH = List.of(
            new MeshDescriptor("D000001", "Sample Diseases", List.of("C01"), List.of("Sample Sickness")),
            new MeshDescriptor("D000002", "Lung Diseases", List.of("C01.1", "C02.5"), List.of()),
            new MeshDescriptor("D000003", "Asthma", List.of("C01.1.7"), List.of("Bronchial Asthma")),
            new MeshDescriptor("D000004", "Heart Failure", List.of("C01.10"), List.of("Cardiac Failure")),
            new MeshDescriptor("D000005", "Humans", List.of("B01"), List.of()),
            new MeshDescriptor("D000006", "Clinical Trial", List.of("V03.1"), List.of()),
            new MeshDescriptor("D000007", "Randomized Controlled Trial", List.of("V03.1.2"), List.of()),
            new MeshDescriptor("D000008", "Random Allocation", List.of("E05"), List.of()));

    private static final List<String> QUALIFIERS =
            List.of("drug therapy", "therapeutic use", "adverse effects", "administration & dosage");
    private static final List<String> WORDS = List.of(
            "asthma",
            "asthmatic",
            "heart",
            "failure",
            "β-blocker",
            "random",
            "randomized",
            "controlled",
            "trial",
            "clinical",
            "naïve",
            "p<0.05",
            "ran\u00addom",
            "children",
            "the",
            "of",
            "mortality",
            "mortal");
    private static final List<String> FAMILIES = List.of("Smith", "Smithson", "van der Berg", "Müller", "Smith Jones");
    private static final List<String> INITIALS = List.of("", "J", "JB", "B", "J B");
    private static final List<Journal> JOURNALS = List.of(
            new Journal("The Sample Journal (Nowhere)", "Sample J", List.of("9999-0001"), "", ""),
            new Journal("Sample Journal of Asthma & Sleep", "", List.of(), "", ""),
            Journal.NONE);

    private final Random random;

    private StrategyArticles(Random random) {
        this.random = random;
    }

    static List<ArticleWithTexts> random(Random random, int count) {
        StrategyArticles maker = new StrategyArticles(random);
        List<ArticleWithTexts> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            articles.add(maker.article("pmid:" + (100 + i)));
        }
        articles.sort(Comparator.comparing(one -> one.article().id()));
        return articles;
    }

    private ArticleWithTexts article(String id) {
        Text text = Samples.text(words(3 + random.nextInt(4)), words(1 + random.nextInt(30)));
        String title = text.sections().getFirst().content();
        Bibliography bibliography = new Bibliography(
                title, "", authors(), pick(JOURNALS), date(), "", "", "", pick(List.of("eng", "ger", "")));
        List<String> keywords = random.nextBoolean() ? List.of() : List.of(words(2), words(1));
        return of(id, bibliography, types(), mesh(), keywords, text);
    }

    static ArticleWithTexts of(
            String id, Bibliography bibliography, List<Term> types, List<Term> mesh, List<String> keywords, Text text) {
        Article article = new Article(
                id,
                new ArticleIds(id.substring(5), null, null),
                List.of(id),
                bibliography,
                List.of(),
                types,
                mesh,
                keywords,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Standing.NO_KNOWN_EVENT,
                new PeerReview(PeerReview.Status.UNKNOWN, List.of("sample")),
                "",
                "",
                "",
                List.of(new Article.ArticleText(text.id(), text.kind(), "PUBMED:" + id)));
        return new ArticleWithTexts(article, List.of(text));
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(pick(WORDS));
        }
        return String.join(" ", words);
    }

    private List<Author> authors() {
        List<Author> authors = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            authors.add(Author.person(pick(FAMILIES), "", pick(INITIALS)));
        }
        return authors;
    }

    private @Nullable PublicationDate date() {
        int month = random.nextInt(13);
        return random.nextInt(8) == 0
                ? null
                : new PublicationDate(2010 + random.nextInt(6), month, month == 0 ? 0 : random.nextInt(29));
    }

    private List<Term> types() {
        return random.nextBoolean()
                ? List.of(Term.of("D000007", "Randomized Controlled Trial"))
                : List.of(Term.of("", "Clinical Trial"), Term.of("D016428", "Journal Article"));
    }

    /// As PubMed's records give them: the descriptor, then each pair with a qualifier.
    private List<Term> mesh() {
        List<Term> terms = new ArrayList<>();
        for (int heading : new TreeSet<>(Arrays.asList(random.nextInt(5), random.nextInt(5)))) {
            MeshDescriptor descriptor = MESH.get(heading);
            boolean pair = random.nextBoolean();
            boolean major = random.nextBoolean();
            terms.add(new Term(random.nextInt(4) == 0 ? "" : descriptor.id(), descriptor.name(), major));
            if (pair) {
                terms.add(new Term(descriptor.id() + "Q000188", descriptor.name() + "/" + pick(QUALIFIERS), major));
            }
        }
        return terms;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
