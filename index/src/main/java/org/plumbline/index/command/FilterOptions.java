package org.plumbline.index.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.LanguageCode;
import org.plumbline.citations.License;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.Standing;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.design.AgeGroup;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.design.Subjects;
import org.plumbline.citations.sources.SourceList;
import org.plumbline.citations.sources.SourceLists;
import org.plumbline.index.Filter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options by which a command's user says which articles may be found.
final class FilterOptions {

    @Option(names = "--since", paramLabel = "YEAR", description = "published in this year or later")
    private @Nullable Integer since;

    @Option(names = "--until", paramLabel = "YEAR", description = "published in this year or before")
    private @Nullable Integer until;

    @Option(
            names = "--journal",
            split = ";",
            paramLabel = "NAME",
            description = "only this journal: title, abbreviation or ISSN; repeat, or separate with ;")
    private Set<String> journals = new HashSet<>();

    @Option(names = "--exclude-journal", split = ";", paramLabel = "NAME", description = "not this journal; likewise")
    private Set<String> excludedJournals = new HashSet<>();

    @Option(
            names = "--source-list",
            split = ",",
            paramLabel = "ID",
            description = "only sources on this list, such as cochrane; your own lie in the home's lists/")
    private List<String> sources = List.of();

    @Option(names = "--exclude-source-list", split = ",", paramLabel = "ID", description = "no source on this list")
    private List<String> excludedSources = List.of();

    @Option(
            names = "--design",
            split = ",",
            paramLabel = "DESIGN",
            description = "only this design level, such as randomised-trial or meta-analysis")
    private Set<DesignLevel.Kind> designs = new HashSet<>();

    @Option(
            names = "--type",
            split = ";",
            paramLabel = "TYPE",
            description = "only this publication type, by name or NLM id, such as \"Randomized Controlled Trial\"")
    private Set<String> types = new HashSet<>();

    @Option(
            names = "--standing",
            split = ",",
            converter = StandingName.class,
            paramLabel = "STANDING",
            description = "only articles of this standing, such as no-known-event or corrected")
    private Set<Standing> standings = new HashSet<>();

    @Option(
            names = "--exclude-standing",
            split = ",",
            converter = StandingName.class,
            paramLabel = "STANDING",
            description = "no articles of this standing, such as retracted")
    private Set<Standing> excludedStandings = new HashSet<>();

    @Option(names = "--peer-reviewed", description = "only where there is evidence that the journal reviews")
    private boolean peerReviewed;

    @Option(names = "--exclude-preprints", description = "no preprints")
    private boolean excludePreprints;

    @Option(
            names = {"--licence", "--license"},
            split = ",",
            paramLabel = "LICENCE",
            description = "only under this licence: cc0, cc-by, cc-by-nc …, or open, non-commercial, not-stated")
    private List<String> licenses = List.of();

    @Option(
            names = "--language",
            split = ",",
            paramLabel = "LANGUAGE",
            description = "only in this language: a code or English name; und where none is stated")
    private Set<String> languages = new HashSet<>();

    @Option(names = "--humans", description = "only what studied people, by NLM's check tags or the words")
    private boolean humans;

    @Option(names = "--exclude-animals", description = "nothing that studied animals alone, likewise")
    private boolean excludeAnimals;

    @Option(
            names = "--age",
            split = ",",
            paramLabel = "AGE",
            description = "only what studied people of this age: infant (under 2 years), child (2 to 12),"
                    + " adolescent (13 to 18), adult (19 to 64), aged (65 and over)")
    private Set<AgeGroup> ages = new HashSet<>();

    /// A standing as users type it: `partly-retracted`.
    static final class StandingName implements ITypeConverter<Standing> {

        @Override
        public Standing convert(String typed) {
            String name = typed.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(Standing.values())
                    .filter(standing -> standing.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("use "
                            + Arrays.stream(Standing.values())
                                    .map(standing -> standing.name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))
                                    .collect(Collectors.joining(", "))));
        }
    }

    /// The filter that the options say.
    ///
    /// @param home where the user's source lists lie
    /// @throws WrongInputException where an option names what is not known
    Filter filter(Path home) {
        Filter filter = Filter.NONE
                .withJournals(journals)
                .withExcludedJournals(excludedJournals)
                .withSources(lists(home, sources), lists(home, excludedSources))
                .withDesigns(designs)
                .withPublicationTypes(types)
                .withStandings(standings)
                .withExcludedStandings(excludedStandings)
                .withPeerReview(peerReviewed ? Set.of(PeerReview.Status.JOURNAL_REVIEWS) : Set.of())
                .withExcludedPeerReview(excludePreprints ? Set.of(PeerReview.Status.PREPRINT) : Set.of())
                .withLicenses(License.named(licenses))
                .withLanguages(known(languages))
                .withSubjects(subjects())
                .withAges(ages);
        filter = since == null ? filter : filter.withSinceYear(since);
        return until == null ? filter : filter.withUntilYear(until);
    }

    private static List<SourceList> lists(Path home, List<String> ids) {
        return ids.isEmpty() ? List.of() : SourceLists.of(home).named(ids);
    }

    private static Set<String> known(Set<String> languages) {
        for (String language : languages) {
            if (!LanguageCode.isKnown(language)) {
                throw new WrongInputException("language \"" + language
                        + "\" is not known: write a code such as eng or de, or its English name");
            }
        }
        return languages;
    }

    private Set<Subjects.Kind> subjects() {
        if (humans) {
            return EnumSet.of(Subjects.Kind.HUMANS, Subjects.Kind.HUMANS_AND_ANIMALS);
        }
        return excludeAnimals ? EnumSet.complementOf(EnumSet.of(Subjects.Kind.ANIMALS)) : Set.of();
    }
}
