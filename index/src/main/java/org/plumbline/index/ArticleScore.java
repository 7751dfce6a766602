package org.plumbline.index;

/// How the scores of an article's passages make the article's: the best one, and a share of the next three, so that
/// an article that speaks to the question in several places comes before one that does so in passing, and a long
/// one is not preferred for its length.
final class ArticleScore {

    static final double NEXT_SHARE = 0.05;
    static final int NEXT = 3;

    /// How many passages count.
    static final int COUNTED = 1 + NEXT;

    /// What an article's score can be at most, in scores of its best passage.
    static final double MOST = 1 + NEXT * NEXT_SHARE;

    private ArticleScore() {}

    /// @param best the scores of an article's best passages, highest first
    static double of(double[] best, int passages) {
        double score = best[0];
        for (int i = 1; i < passages && i <= NEXT; i++) {
            score += NEXT_SHARE * best[i];
        }
        return score;
    }

    /// The most that an article can score of which these passages are known, where no other one scores more than
    /// `others`.
    ///
    /// @param best as for [#of]; one passage at least
    static double atMost(double[] best, int passages, double others) {
        double[] possible = new double[COUNTED];
        for (int i = 0; i < COUNTED; i++) {
            possible[i] = i < passages ? Math.max(best[i], others) : others;
        }
        return of(possible, COUNTED);
    }
}
