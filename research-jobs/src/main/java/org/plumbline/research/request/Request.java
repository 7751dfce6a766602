package org.plumbline.research.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.citations.sources.SourceList;

/// A clinician's order: a question and the sources that may answer it. It holds nothing of when or by whom it was
/// submitted, so equal requests are equal bytes.
///
/// @param question one sentence, 8 to 500 characters
/// @param population who; empty where the question alone says it, as the three after it
/// @param since the first year of publication that counts, [#EARLIEST] or later
/// @param until the last year of publication that counts
/// @param journals titles, abbreviations or ISSNs; where there is one, nothing else is read
/// @param excludedJournals journals that must not appear
/// @param sources lists of which a source must be on one, as they were when it was submitted; empty: all sources
/// @param excludedSources lists of which a source must be on none, likewise
/// @param designs kinds of study that count; empty: all
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "question",
    "population",
    "intervention",
    "comparator",
    "outcome",
    "since",
    "until",
    "journals",
    "excludedJournals",
    "sources",
    "excludedSources",
    "designs",
    "preprints"
})
public record Request(
        String question,
        String population,
        String intervention,
        String comparator,
        String outcome,
        @Nullable Integer since,
        @Nullable Integer until,
        List<String> journals,
        List<String> excludedJournals,
        List<SourceList> sources,
        List<SourceList> excludedSources,
        List<DesignLevel.Kind> designs,
        Preprints preprints) {

    /// Whether articles that no journal reviewed may be evidence.
    public enum Preprints {
        EXCLUDED,
        INCLUDED
    }

    /// The first year that a request may name: medical indexing begins later.
    public static final int EARLIEST = 1800;

    private static final int LATEST = 2200;
    private static final int SHORTEST_QUESTION = 8;
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_PART = 200;
    private static final int MOST_JOURNALS = 200;
    private static final int MOST_LISTS = 50;

    public Request {
        question = plain(question);
        population = part("population", population);
        intervention = part("intervention", intervention);
        comparator = part("comparator", comparator);
        outcome = part("outcome", outcome);
        journals = journals("--journals", journals);
        excludedJournals = journals("--exclude-journals", excludedJournals);
        sources = sources("--sources", sources);
        excludedSources = sources("--exclude-sources", excludedSources);
        designs = designs == null ? List.of() : List.copyOf(new TreeSet<>(designs));
        preprints = preprints == null ? Preprints.EXCLUDED : preprints;
        checkQuestion(question);
        checkYear("--since", since);
        checkYear("--until", until);
        if (since != null && until != null && since > until) {
            throw new WrongInputException(
                    "--since %d is after --until %d: no year lies between them; swap them".formatted(since, until));
        }
        for (SourceList list : sources) {
            if (excludedSources.contains(list)) {
                throw new WrongInputException("--sources and --exclude-sources both name " + list.id()
                        + ": nothing could be found; take it out of one");
            }
        }
        if (!journals.isEmpty() && !excludedJournals.isEmpty()) {
            throw new WrongInputException(
                    "--journals and --exclude-journals both given: name the journals to read, or those to leave out");
        }
    }

    /// The request that asks this, of all sources.
    public static Request of(String question) {
        return new Request(
                question,
                "",
                "",
                "",
                "",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Preprints.EXCLUDED);
    }

    private static void checkQuestion(String question) {
        long letters = question.codePoints().filter(Character::isLetter).count();
        if (question.length() < SHORTEST_QUESTION || letters < SHORTEST_QUESTION / 2) {
            throw new WrongInputException("question has %d characters: ask in one sentence of at least %d, such as"
                            .formatted(question.length(), SHORTEST_QUESTION)
                    + " \"Does vitamin D prevent falls in older adults?\"");
        }
        if (question.length() > LONGEST_QUESTION) {
            throw new WrongInputException("question has %d characters: at most %d; leave out what does not narrow the"
                            .formatted(question.length(), LONGEST_QUESTION)
                    + " search, and never name a patient");
        }
    }

    private static void checkYear(String option, @Nullable Integer year) {
        if (year != null && (year < EARLIEST || year > LATEST)) {
            throw new WrongInputException("%s %d: expected a year from %d on".formatted(option, year, EARLIEST));
        }
    }

    private static String part(String name, @Nullable String words) {
        String plain = plain(words);
        if (plain.length() > LONGEST_PART) {
            throw new WrongInputException("--%s has %d characters: at most %d; name it in a few words"
                    .formatted(name, plain.length(), LONGEST_PART));
        }
        return plain;
    }

    private static List<String> journals(String option, @Nullable List<String> names) {
        if (names == null) {
            return List.of();
        }
        TreeSet<String> sorted = new TreeSet<>();
        for (String name : names) {
            String plain = plain(name);
            if (plain.codePoints().noneMatch(Character::isLetterOrDigit)) {
                throw new WrongInputException(
                        "%s has an empty name: separate titles, abbreviations or ISSNs by commas".formatted(option));
            }
            sorted.add(plain);
        }
        if (sorted.size() > MOST_JOURNALS) {
            throw new WrongInputException(
                    "%s names %d journals: at most %d".formatted(option, sorted.size(), MOST_JOURNALS));
        }
        return List.copyOf(sorted);
    }

    private static List<SourceList> sources(String option, @Nullable List<SourceList> lists) {
        if (lists == null) {
            return List.of();
        }
        if (lists.size() > MOST_LISTS) {
            throw new WrongInputException("%s names %d lists: at most %d".formatted(option, lists.size(), MOST_LISTS));
        }
        return lists.stream()
                .distinct()
                .sorted(Comparator.comparing(SourceList::id))
                .toList();
    }

    private static String plain(@Nullable String words) {
        return words == null ? "" : words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /// The kinds of study under their option names, such as `randomised-trial`.
    ///
    /// @throws WrongInputException where a name is not one of them: the message lists those there are
    public static List<DesignLevel.Kind> designsNamed(List<String> names) {
        return names.stream().map(DesignLevel.Kind::named).toList();
    }
}
