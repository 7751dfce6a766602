package org.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Article;
import org.plumbline.citations.License;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Standing;
import org.plumbline.citations.Term;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.design.AgeGroup;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.design.Subjects;
import org.plumbline.citations.sources.ListedJournal;
import org.plumbline.citations.sources.SourceList;
import org.plumbline.index.build.ArticleWithTexts;

class FilterTest {

    private static final List<String> JOURNALS =
            List.of("fictional lancet", "ANN. SAMPLE MED.", "9999002x", "Pain and Sleep", "Annals of Sample Medicine");
    private static final List<String> TYPES =
            List.of("randomized controlled trial", "D016428", "Sample report", "no such type");

    private static final SourceList LIST = new SourceList(
            "sample",
            "",
            "",
            List.of(new ListedJournal("", "", "The fictional LANCET"), new ListedJournal("", "", "Pain and Sleep")),
            List.of(),
            List.of("Sample report"));

    @TempDir
    Path home;

    @Test
    void letsThroughExactlyWhatAWalkOverAllArticlesLetsThrough() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<ArticleWithTexts> articles = Samples.random(seed, 400);
        Samples.publish(home, articles, 3);
        Query query = Query.words("aspirin stroke");
        int found = 0;
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            List<IndexedArticle> matching = articles.stream()
                    .map(one -> snapshot.findArticle(one.article().id()).orElseThrow())
                    .filter(one -> one.article().bibliography().title().matches(".*(aspirin|stroke).*")
                            || articles.stream()
                                    .filter(other -> other.article().equals(one.article()))
                                    .anyMatch(other -> other.texts()
                                            .getFirst()
                                            .sections()
                                            .get(1)
                                            .content()
                                            .matches(".*(aspirin|stroke).*")))
                    .toList();
            for (int i = 0; i < 200; i++) {
                Filter filter = random(random);
                List<String> expected = matching.stream()
                        .filter(one -> walked(filter, one))
                        .map(one -> one.article().id())
                        .sorted()
                        .toList();
                List<String> ids = snapshot.rank(query, filter, 1_000);
                assertThat(ids.stream().sorted().toList())
                        .as("seed %d, %s", seed, filter)
                        .isEqualTo(expected);
                assertThat(snapshot.count(query, filter)).isEqualTo(expected.size());
                assertThat(ids)
                        .allMatch(id -> filter.accepts(snapshot.findArticle(id).orElseThrow()));
                found += expected.size();
            }
        }
        assertThat(found)
                .as("seed %d: some filter lets something through", seed)
                .isPositive();
    }

    @Test
    void refusesYearsThatHoldNoYear() {
        assertThatThrownBy(() -> Filter.NONE.withSinceYear(2021).withUntilYear(2020))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("swap");
    }

    private static Filter random(Random random) {
        Filter filter = Filter.NONE
                .withJournals(some(random, 5, JOURNALS))
                .withExcludedJournals(some(random, 5, JOURNALS))
                .withDesigns(some(random, 8, List.of(DesignLevel.Kind.RANDOMISED_TRIAL, DesignLevel.Kind.OTHER)))
                .withPublicationTypes(some(random, 6, TYPES))
                .withStandings(some(random, 6, List.of(Standing.values())))
                .withExcludedStandings(some(random, 3, List.of(Standing.values())))
                .withPeerReview(some(random, 6, List.of(PeerReview.Status.values())))
                .withExcludedPeerReview(some(random, 3, List.of(PeerReview.Status.values())))
                .withLicenses(some(random, 6, List.of(License.values())))
                .withLanguages(some(random, 6, List.of("German", "en", "und", "xx", "fr")))
                .withSubjects(some(random, 6, List.of(Subjects.Kind.values())))
                .withAges(some(random, 6, List.of(AgeGroup.values())))
                .withSources(
                        random.nextInt(6) == 0 ? List.of(LIST) : List.of(),
                        random.nextInt(6) == 0 ? List.of(LIST) : List.of());
        int since = 1999 + random.nextInt(22);
        filter = random.nextInt(4) == 0 ? filter.withSinceYear(since) : filter;
        return random.nextInt(4) == 0 ? filter.withUntilYear(since + random.nextInt(10)) : filter;
    }

    /// One to three of these; mostly none.
    private static <T> Set<T> some(Random random, int oneIn, List<T> values) {
        Set<T> some = new HashSet<>();
        for (int i = random.nextInt(oneIn) == 0 ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            some.add(values.get(random.nextInt(values.size())));
        }
        return some;
    }

    /// The same, written down once more, the slow way, knowing the sample journals.
    private static boolean walked(Filter filter, IndexedArticle one) {
        var bibliography = one.article().bibliography();
        int year = Optional.ofNullable(bibliography.date())
                .map(PublicationDate::year)
                .orElse(0);
        boolean asked = filter.sinceYear().isPresent() || filter.untilYear().isPresent();
        if (asked
                && (year == 0
                        || year < filter.sinceYear().orElse(0)
                        || year > filter.untilYear().orElse(9_999))) {
            return false;
        }
        String journal = bibliography.journal().title();
        Set<String> names = switch (journal.isEmpty() ? ' ' : journal.charAt(0)) {
            case 'T' -> Set.of("fictional lancet");
            case 'A' -> Set.of("ANN. SAMPLE MED.", "9999002x", "Annals of Sample Medicine");
            case 'P' -> Set.of("Pain and Sleep");
            default -> Set.of();
        };
        String type = one.article().publicationTypes().getFirst().name();
        boolean listed = journal.startsWith("T") || journal.startsWith("P") || type.equals("Sample Report");
        return walkedFurther(filter, one.article(), one.subjects().kind())
                && (filter.sources().isEmpty() || listed)
                && (filter.excludedSources().isEmpty() || !listed)
                && (filter.journals().isEmpty() || filter.journals().stream().anyMatch(names::contains))
                && filter.excludedJournals().stream().noneMatch(names::contains)
                && (filter.designs().isEmpty()
                        || filter.designs().contains(one.design().kind()))
                && !filter.excludedStandings().contains(one.article().standing())
                && !filter.excludedPeerReview()
                        .contains(one.article().peerReview().status())
                && (filter.publicationTypes().isEmpty()
                        || filter.publicationTypes().stream()
                                .anyMatch(wanted -> wanted.equalsIgnoreCase(type)
                                        || (wanted.equals("D016428") && type.equals("Journal Article"))));
    }

    private static boolean walkedFurther(Filter filter, Article article, Subjects.Kind byWords) {
        License license = switch (article.license()) {
            case "CC BY" -> License.CC_BY;
            case "cc-by-nc 4.0" -> License.CC_BY_NC;
            case "CC0" -> License.CC0;
            case "TDM" -> License.TDM;
            default -> License.NOT_STATED;
        };
        Set<String> languages = switch (article.bibliography().language()) {
            case "eng" -> Set.of("en");
            case "ger", "de" -> Set.of("German");
            case "xx" -> Set.of("xx");
            default -> Set.of("und");
        };
        List<String> headings = article.mesh().stream().map(Term::name).toList();
        Subjects.Kind subjects = headings.contains("Humans")
                ? (headings.contains("Animals") ? Subjects.Kind.HUMANS_AND_ANIMALS : Subjects.Kind.HUMANS)
                : (headings.contains("Animals") ? Subjects.Kind.ANIMALS : byWords);
        return (filter.licenses().isEmpty() || filter.licenses().contains(license))
                && (filter.languages().isEmpty() || filter.languages().stream().anyMatch(languages::contains))
                && (filter.subjects().isEmpty() || filter.subjects().contains(subjects))
                && (filter.ages().isEmpty()
                        || (subjects != Subjects.Kind.ANIMALS
                                && ((headings.contains("Aged") && filter.ages().contains(AgeGroup.AGED))
                                        || (headings.contains("Child")
                                                && filter.ages().contains(AgeGroup.CHILD)))))
                && (filter.standings().isEmpty() || filter.standings().contains(article.standing()))
                && (filter.peerReview().isEmpty()
                        || filter.peerReview().contains(article.peerReview().status()));
    }
}
