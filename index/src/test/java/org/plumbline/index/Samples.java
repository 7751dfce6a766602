package org.plumbline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Part;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Standing;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.TextKind;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.build.ChangingCorpus.Kept;
import org.plumbline.index.build.CorpusVersion;
import org.plumbline.index.build.NewPart;
import org.plumbline.index.build.SnapshotBuild;

/// Articles for tests, by hand and by seed, and snapshots made of them without Spark.
public final class Samples {

    private static final List<String> WORDS = List.of(
            "aspirin",
            "heart",
            "failure",
            "mortality",
            "placebo",
            "trial",
            "patients",
            "stroke",
            "risk",
            "weeks",
            "dose",
            "renal",
            "pain",
            "fever",
            "insulin",
            "glucose",
            "weight",
            "sleep",
            "asthma",
            "cough");
    private static final List<Journal> JOURNALS = List.of(
            new Journal("The Fictional Lancet", "Fict. Lancet", List.of("9999-0001"), "", ""),
            new Journal("Annals of Sample Medicine (Nowhere, N.W.)", "Ann Sample Med", List.of("9999-002X"), "", ""),
            new Journal("Pain & Sleep", "", List.of(), "", ""),
            Journal.NONE);
    private static final List<Term> TYPES = List.of(
            Term.of("D016449", "Randomized Controlled Trial"),
            Term.of("D016428", "Journal Article"),
            Term.of("", "Sample Report"));

    private static final String[] LICENSES = {"", "CC BY", "cc-by-nc 4.0", "CC0", "TDM", "somebody's own"};
    private static final String[] LANGUAGES = {"eng", "eng", "ger", "de", "", "xx"};
    private static final Term[] HEADINGS = {
        Term.of("D006801", "Humans"),
        Term.of("", "Animals"),
        Term.of("D001249", "Asthma"),
        Term.of("D000368", "Aged"),
        Term.of("", "Child")
    };

    private Samples() {}

    /// An article with one text of title and abstract.
    public static ArticleWithTexts article(String id, String title, String abstractWords) {
        return article(id, title, new PublicationDate(2020, 0, 0), Journal.NONE, text(title, abstractWords));
    }

    public static Text text(String title, String abstractWords) {
        return Text.of(
                TextKind.MEDLINE_ABSTRACT,
                List.of(
                        Section.of(0, Part.TITLE, Role.OTHER, List.of(), title),
                        Section.of(1, Part.ABSTRACT, Role.RESULTS, List.of("Results"), abstractWords)));
    }

    public static ArticleWithTexts article(
            String id, String title, @Nullable PublicationDate date, Journal journal, Text... texts) {
        return new ArticleWithTexts(
                bare(
                        id,
                        title,
                        date,
                        journal,
                        List.of(),
                        Standing.NO_KNOWN_EVENT,
                        PeerReview.Status.UNKNOWN,
                        "eng",
                        "",
                        List.of(),
                        texts),
                List.of(texts));
    }

    /// Articles that differ in everything that a filter sees; sorted by id.
    public static List<ArticleWithTexts> random(long seed, int count) {
        Random random = new Random(seed);
        List<ArticleWithTexts> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String title = sentence(random, 6);
            StringBuilder words = new StringBuilder();
            int sentences = 1 + random.nextInt(40);
            for (int k = 0; k < sentences; k++) {
                words.append(sentence(random, 5 + random.nextInt(20))).append(' ');
            }
            Text text = text(title, words.toString());
            String license = any(random, LICENSES);
            String language = any(random, LANGUAGES);
            List<Term> mesh = Stream.of(HEADINGS)
                    .filter(heading -> random.nextInt(3) == 0)
                    .toList();
            PublicationDate date = random.nextInt(5) == 0 ? null : new PublicationDate(2000 + random.nextInt(20), 0, 0);
            Article article = bare(
                    "pmid:" + (1000 + i),
                    title,
                    date,
                    JOURNALS.get(random.nextInt(JOURNALS.size())),
                    List.of(TYPES.get(random.nextInt(TYPES.size()))),
                    any(random, Standing.values()),
                    any(random, PeerReview.Status.values()),
                    language,
                    license,
                    mesh,
                    text);
            articles.add(new ArticleWithTexts(article, List.of(text)));
        }
        articles.sort(Comparator.comparing(one -> one.article().id()));
        return articles;
    }

    /// An article that lists texts of records, none of which it needs to have.
    public static Article listing(
            String id, List<String> aliases, String title, int year, List<Article.ArticleText> texts) {
        Article article = bare(
                id,
                title,
                new PublicationDate(year, 0, 0),
                Journal.NONE,
                List.of(),
                Standing.NO_KNOWN_EVENT,
                PeerReview.Status.UNKNOWN,
                "eng",
                "",
                List.of());
        return new Article(
                id,
                article.ids(),
                aliases,
                article.bibliography(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                article.standing(),
                article.peerReview(),
                "",
                "",
                "",
                texts);
    }

    /// The article with those of the texts that it lists, or that are kept under one of the records.
    public static ArticleWithTexts of(Article article, Collection<Kept> texts, Set<String> records) {
        Set<TextId> listed =
                article.texts().stream().map(Article.ArticleText::textId).collect(Collectors.toSet());
        Map<TextId, Kept> its = new LinkedHashMap<>();
        texts.stream()
                .filter(kept -> listed.contains(kept.text().id()) || records.contains(kept.record()))
                .forEach(kept -> its.put(kept.text().id(), kept));
        return new ArticleWithTexts(
                article,
                its.values().stream().map(Kept::text).toList(),
                its.values().stream()
                        .collect(Collectors.toMap(kept -> kept.text().id(), Kept::record)));
    }

    /// Publishes a snapshot of articles, spread over parts, and answers its manifest.
    public static SnapshotManifest publish(Path home, List<ArticleWithTexts> articles, int parts) {
        return publish(home, articles, parts, "digest");
    }

    /// The same for a corpus of a digest.
    public static SnapshotManifest publish(Path home, List<ArticleWithTexts> articles, int parts, String digest) {
        try (SnapshotBuild build = SnapshotBuild.begin(home, new CorpusVersion(1, 1, "", Map.of(), digest))) {
            List<SnapshotPart> written = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                int number = part;
                written.add(write(
                        build,
                        "part-" + part,
                        articles.stream()
                                .filter(one -> Math.floorMod(one.article().id().hashCode(), parts) == number)));
            }
            return build.publish(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes articles as one new part of a build.
    public static SnapshotPart write(SnapshotBuild build, String name, Stream<ArticleWithTexts> articles)
            throws IOException {
        try (NewPart part = new NewPart(build.newParts(), name)) {
            for (ArticleWithTexts article : articles.sorted(
                            Comparator.comparing(one -> one.article().id()))
                    .toList()) {
                part.add(article);
            }
            return part.finish();
        }
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String sentence(Random random, int words) {
        StringBuilder sentence = new StringBuilder("The");
        for (int i = 0; i < words; i++) {
            sentence.append(' ').append(WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 2))));
        }
        return sentence.append('.').toString();
    }

    private static Article bare(
            String id,
            String title,
            @Nullable PublicationDate date,
            Journal journal,
            List<Term> types,
            Standing standing,
            PeerReview.Status status,
            String language,
            String license,
            List<Term> mesh,
            Text... texts) {
        Bibliography bibliography = new Bibliography(title, "", List.of(), journal, date, "", "", "", language);
        ArticleIds ids = id.startsWith("pmid:") ? new ArticleIds(id.substring(5), null, null) : ArticleIds.NONE;
        return new Article(
                id,
                ids,
                List.of(id, "doi:10.99999/" + id.replace(':', '.')),
                bibliography,
                List.of(),
                types,
                mesh,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                standing,
                new PeerReview(status, List.of("sample")),
                license,
                "",
                "",
                Stream.of(texts)
                        .map(text -> new Article.ArticleText(text.id(), text.kind(), "PUBMED:" + id))
                        .toList());
    }
}
