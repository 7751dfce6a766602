package org.plumbline.index;

/// How many articles match a query by their words, and a filter.
///
/// @param articles how many, or how many at least
public record Matched(long articles, Precision precision) {

    /// How well the number is known.
    public enum Precision {
        /// As many as that.
        EXACT,
        /// As many or more: the search passed over what could not be among the best.
        AT_LEAST
    }

    /// Exactly so many.
    public static Matched exactly(long articles) {
        return new Matched(articles, Precision.EXACT);
    }
}
