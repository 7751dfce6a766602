package org.plumbline.index;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plumbline.citations.LanguageCode;
import org.plumbline.citations.License;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.Standing;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.design.AgeGroup;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.design.Subjects;
import org.plumbline.citations.sources.SourceList;

/// Which articles may be found at all: hard constraints, whatever their score. An empty set or value constrains
/// nothing.
///
/// @param sinceYear the first year of publication; an article without a date is left out where a year is given
/// @param untilYear the last year of publication, itself included
/// @param journals titles, abbreviations or ISSNs; case and punctuation do not count, nor does a leading "The"
/// @param excludedJournals likewise
/// @param designs the design levels that are wanted
/// @param standings the standings that are wanted
/// @param peerReview the kinds of peer-review evidence that are wanted
/// @param licenses the licences that are wanted
/// @param languages codes or English names of languages; "und" is an article of which none is stated
/// @param subjects in whom the findings may have been made
/// @param ages one of these age groups must be among those of the people studied
/// @param publicationTypes names or NLM identifiers; one of them must be the article's
/// @param sources lists of which the article must be on one
/// @param excludedSources lists of which the article must be on none
public record Filter(
        Optional<Integer> sinceYear,
        Optional<Integer> untilYear,
        Set<String> journals,
        Set<String> excludedJournals,
        Set<DesignLevel.Kind> designs,
        Set<Standing> standings,
        Set<Standing> excludedStandings,
        Set<PeerReview.Status> peerReview,
        Set<PeerReview.Status> excludedPeerReview,
        Set<License> licenses,
        Set<String> languages,
        Set<Subjects.Kind> subjects,
        Set<AgeGroup> ages,
        Set<String> publicationTypes,
        List<SourceList> sources,
        List<SourceList> excludedSources) {

    /// Every article.
    public static final Filter NONE = new Filter(
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(),
            List.of());

    public Filter {
        journals = Set.copyOf(journals);
        excludedJournals = Set.copyOf(excludedJournals);
        designs = Set.copyOf(designs);
        standings = Set.copyOf(standings);
        excludedStandings = Set.copyOf(excludedStandings);
        peerReview = Set.copyOf(peerReview);
        excludedPeerReview = Set.copyOf(excludedPeerReview);
        licenses = Set.copyOf(licenses);
        languages = Set.copyOf(languages);
        subjects = Set.copyOf(subjects);
        ages = Set.copyOf(ages);
        publicationTypes = Set.copyOf(publicationTypes);
        sources = List.copyOf(sources);
        excludedSources = List.copyOf(excludedSources);
        if (sinceYear.isPresent() && untilYear.isPresent() && sinceYear.get() > untilYear.get()) {
            throw new WrongInputException(
                    "years " + sinceYear.get() + " to " + untilYear.get() + ": no year is in there; swap them");
        }
    }

    public Filter withSinceYear(int year) {
        return changed(parts -> parts.sinceYear = Optional.of(year));
    }

    public Filter withUntilYear(int year) {
        return changed(parts -> parts.untilYear = Optional.of(year));
    }

    public Filter withJournals(Set<String> wanted) {
        return changed(parts -> parts.journals = wanted);
    }

    public Filter withExcludedJournals(Set<String> unwanted) {
        return changed(parts -> parts.excludedJournals = unwanted);
    }

    public Filter withDesigns(Set<DesignLevel.Kind> wanted) {
        return changed(parts -> parts.designs = wanted);
    }

    public Filter withStandings(Set<Standing> wanted) {
        return changed(parts -> parts.standings = wanted);
    }

    public Filter withExcludedStandings(Set<Standing> unwanted) {
        return changed(parts -> parts.excludedStandings = unwanted);
    }

    public Filter withPeerReview(Set<PeerReview.Status> wanted) {
        return changed(parts -> parts.peerReview = wanted);
    }

    public Filter withLicenses(Set<License> wanted) {
        return changed(parts -> parts.licenses = wanted);
    }

    public Filter withLanguages(Set<String> wanted) {
        return changed(parts -> parts.languages = wanted);
    }

    public Filter withSubjects(Set<Subjects.Kind> wanted) {
        return changed(parts -> parts.subjects = wanted);
    }

    public Filter withAges(Set<AgeGroup> wanted) {
        return changed(parts -> parts.ages = wanted);
    }

    public Filter withExcludedPeerReview(Set<PeerReview.Status> unwanted) {
        return changed(parts -> parts.excludedPeerReview = unwanted);
    }

    public Filter withPublicationTypes(Set<String> wanted) {
        return changed(parts -> parts.publicationTypes = wanted);
    }

    /// The same, on one of these lists and on none of those.
    public Filter withSources(List<SourceList> wanted, List<SourceList> unwanted) {
        return changed(parts -> {
            parts.sources = wanted;
            parts.excludedSources = unwanted;
        });
    }

    private Filter changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.filter();
    }

    /// A filter that is being changed.
    private static final class Parts {

        private Optional<Integer> sinceYear;
        private Optional<Integer> untilYear;
        private Set<String> journals;
        private Set<String> excludedJournals;
        private Set<DesignLevel.Kind> designs;
        private Set<Standing> standings;
        private Set<Standing> excludedStandings;
        private Set<PeerReview.Status> peerReview;
        private Set<PeerReview.Status> excludedPeerReview;
        private Set<License> licenses;
        private Set<String> languages;
        private Set<Subjects.Kind> subjects;
        private Set<AgeGroup> ages;
        private Set<String> publicationTypes;
        private List<SourceList> sources;
        private List<SourceList> excludedSources;

        Parts(Filter filter) {
            sinceYear = filter.sinceYear();
            untilYear = filter.untilYear();
            journals = filter.journals();
            excludedJournals = filter.excludedJournals();
            designs = filter.designs();
            standings = filter.standings();
            excludedStandings = filter.excludedStandings();
            peerReview = filter.peerReview();
            excludedPeerReview = filter.excludedPeerReview();
            licenses = filter.licenses();
            languages = filter.languages();
            subjects = filter.subjects();
            ages = filter.ages();
            publicationTypes = filter.publicationTypes();
            sources = filter.sources();
            excludedSources = filter.excludedSources();
        }

        Filter filter() {
            return new Filter(
                    sinceYear,
                    untilYear,
                    journals,
                    excludedJournals,
                    designs,
                    standings,
                    excludedStandings,
                    peerReview,
                    excludedPeerReview,
                    licenses,
                    languages,
                    subjects,
                    ages,
                    publicationTypes,
                    sources,
                    excludedSources);
        }
    }

    /// The codes of the languages that are wanted.
    Set<String> languageCodes() {
        return languages.stream().map(LanguageCode::of).collect(Collectors.toSet());
    }

    /// Whether lists of sources decide.
    boolean asksForSources() {
        return !sources.isEmpty() || !excludedSources.isEmpty();
    }

    /// The keys of which an article must have one, where there are lists to be on.
    Set<String> sourceKeys() {
        return keys(sources, SourceList::keys);
    }

    /// The keys of which an article must have none.
    Set<String> excludedSourceKeys() {
        return keys(excludedSources, SourceList::keysToExclude);
    }

    private static Set<String> keys(List<SourceList> lists, Function<SourceList, Set<String>> keys) {
        Set<String> all = new TreeSet<>();
        lists.forEach(list -> all.addAll(keys.apply(list)));
        return all;
    }

    /// Whether an article passes: what the index enforces, for a check of its output.
    public boolean accepts(IndexedArticle candidate) {
        return FilterCheck.accepts(this, candidate);
    }
}
