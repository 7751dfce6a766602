package org.plumbline.index.rank;

/// Makes the scores of one signal comparable with another's for one query: the best is 1, the one at a fixed place of
/// the list is 0, and the line through both goes on below. (Min-max normalisation, whose range does not hang on how
/// many articles are asked for, so that a longer list begins as the shorter one does.)
///
/// @param zero the score that becomes 0
/// @param one the score that becomes 1
public record Scale(double zero, double one) {

    /// The scale of a list.
    ///
    /// @param scores a signal's for the query, best first
    /// @param place where in the list 0 is, from 1
    /// @param floor what becomes 0 where the list is shorter
    public static Scale of(double[] scores, int place, double floor) {
        return scores.length == 0
                ? new Scale(floor, floor)
                : new Scale(scores.length < place ? floor : scores[place - 1], scores[0]);
    }

    /// The score on this scale; 0 for all where the scale has no width, and for what is not known ([Double#NaN]).
    public double of(double score) {
        return one > zero && !Double.isNaN(score) ? (score - zero) / (one - zero) : 0;
    }
}
