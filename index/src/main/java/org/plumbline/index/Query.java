package org.plumbline.index;

import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.citations.WrongInputException;

/// What is looked for: an article matches when some passage of it satisfies every required group, where the
/// article's title, MeSH headings and keywords count as words of each of its passages. Without a required group it
/// matches when some passage has any of the words. Groups without words after analysis (stop words only) are passed
/// over; a query of none but such groups matches nothing.
///
/// @param about what it asks, as a person would say it: its vector is made from it; where it is empty, from the words
/// of
///     the groups
public record Query(List<Group> groups, String about) {

    public Query {
        groups = List.copyOf(groups);
        about = about == null ? "" : about;
    }

    public Query(List<Group> groups) {
        this(groups, "");
    }

    /// Words that stand for one idea.
    ///
    /// @param name what the plan calls it, for people
    /// @param words free words, analysed like the text, each analysed word a term of its own; an entry in double
    ///     quotes is a phrase and one term
    /// @param weight what its score is multiplied with, positive; 1 is usual
    public record Group(String name, List<String> words, Need need, float weight) {

        public Group {
            words = List.copyOf(words);
            if (!(weight > 0) || Float.isInfinite(weight)) {
                throw new WrongInputException("weight " + weight + " of group \"" + name + "\": use a positive number");
            }
        }
    }

    /// How much of a group a passage must have.
    public enum Need {
        /// Every term.
        REQUIRED_ALL,
        /// At least 60 % of the terms, and at least one.
        REQUIRED_MOST,
        /// At least one term.
        REQUIRED_ANY,
        /// None; its terms add to the score.
        OPTIONAL
    }

    /// Plain BM25: one optional group, so any word matches. Words in double quotes are phrases.
    public static Query words(String text) {
        return new Query(List.of(new Group("words", Phrases.split(text), Need.OPTIONAL, 1)));
    }

    /// Whether analysis leaves a word of it: without one nothing matches.
    public boolean hasWords() {
        return !PassageQuery.terms(this).isEmpty();
    }

    /// Whether an article must have words of it, whatever else speaks for the article.
    boolean requiresWords() {
        return groups.stream().anyMatch(group -> group.need() != Need.OPTIONAL);
    }

    /// The same, asked in these words.
    public Query asking(String question) {
        return new Query(groups, question);
    }

    /// What its vector is made from.
    public String text() {
        return about.isEmpty() ? wordsOfGroups() : about;
    }

    private String wordsOfGroups() {
        return groups.stream()
                .flatMap(group -> group.words().stream())
                .map(entry -> Phrases.isPhrase(entry) ? entry.substring(1, entry.length() - 1) : entry)
                .collect(Collectors.joining(" "));
    }
}
