package org.plumbline.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an article ranks where it does for a query: the parts that its score is the sum of.
///
/// @param rank from 1 among the articles that the search finds; where the filter keeps the article out, among those
///     that it would find without one; null where it is not among them, or too far down to be told
/// @param unranked why it has no rank, for people; empty where it has one
/// @param articlesMatched how many articles match by their words, those among which it ranks where words alone rank
/// @param score the sum of its passages' parts, or of its signals where there are any, as [Snapshot#search] gives it;
///     where it has no rank, what its words score
/// @param bars what of the filter keeps the article out, one line each; empty where it passes
/// @param passages the passages that count by their words, best first
/// @param lacking the words and phrases of the query that are nowhere in it, as they were typed
/// @param signals what the score is the sum of, where the search ranks by more than words
public record Explanation(
        IndexedArticle article,
        @Nullable Integer rank,
        String unranked,
        long articlesMatched,
        double score,
        List<String> bars,
        List<PassagePart> passages,
        List<String> lacking,
        List<Signal> signals) {

    public Explanation {
        bars = List.copyOf(bars);
        passages = List.copyOf(passages);
        lacking = List.copyOf(lacking);
        signals = List.copyOf(signals);
    }

    /// The same in a ranking by more than words.
    Explanation ranked(int place, double sum, List<Signal> parts) {
        return new Explanation(article, place, "", articlesMatched, sum, bars, passages, lacking, parts);
    }

    /// The same where it has no rank.
    Explanation unranked(String why) {
        return new Explanation(article, null, why, articlesMatched, score, bars, passages, lacking, List.of());
    }

    /// Where words are counted.
    public enum Where {
        /// The passage, its heading and the article's title.
        PASSAGE,
        /// The article's MeSH headings and keywords, which weigh less.
        SUBJECT
    }

    /// What one passage adds.
    ///
    /// @param share what part of its score counts: all of the best one's, a twentieth of the next three's
    /// @param terms what its score is the sum of, the largest first
    public record PassagePart(PassageHit hit, double share, List<TermPart> terms) {

        public PassagePart {
            terms = List.copyOf(terms);
        }

        /// What it adds to the article's score.
        public double contribution() {
            return share * hit.score();
        }
    }

    /// What one word or phrase of the query adds to a passage's score.
    ///
    /// @param words as they were typed
    /// @param passagesWithIt how many passages of the index have it
    /// @param passagesInAll how many there are to have it
    /// @param idf how much it tells, from the two numbers: `ln(1 + (all - with + 0.5) / (with + 0.5))`, summed over
    ///     the words of a phrase
    /// @param times how often it stands there
    public record TermPart(
            String words, Where where, long passagesWithIt, long passagesInAll, double idf, int times, double score) {}

    /// Something other than words that moved the article: a vector's similarity, a fusion of lists, a feature that a
    /// reranking weighs.
    ///
    /// @param value what was measured
    /// @param contribution what that added to the score that ranks
    /// @param words what it is, for people
    public record Signal(String name, double value, double contribution, String words) {

        /// The name of the signal that the passages make up.
        public static final String WORDS = "words";
    }
}
