package org.plumbline.index.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The measures of one ranking, as trec_eval computes them: a document is relevant when its grade is above 0, one
/// that was not judged is not.
///
/// @param ndcg10 nDCG@10 with linear gain (Järvelin and Kekäläinen, 2002)
/// @param averagePrecision over the whole ranking that is given
/// @param reciprocalRank of the first relevant document
record RankingMeasures(double ndcg10, double recall100, double averagePrecision, double reciprocalRank) {

    static RankingMeasures of(List<String> ranking, Map<String, Integer> grades) {
        double gain = 0;
        double precisions = 0;
        double reciprocalRank = 0;
        int found = 0;
        int found100 = 0;
        for (int rank = 1; rank <= ranking.size(); rank++) {
            int grade = grades.getOrDefault(ranking.get(rank - 1), 0);
            if (grade <= 0) {
                continue;
            }
            found++;
            precisions += (double) found / rank;
            reciprocalRank = found == 1 ? 1.0 / rank : reciprocalRank;
            found100 += rank <= 100 ? 1 : 0;
            gain += rank <= 10 ? discounted(grade, rank) : 0;
        }
        long relevant = grades.values().stream().filter(grade -> grade > 0).count();
        return new RankingMeasures(
                gain / ideal(grades), (double) found100 / relevant, precisions / relevant, reciprocalRank);
    }

    private static double ideal(Map<String, Integer> grades) {
        List<Integer> best = grades.values().stream()
                .filter(grade -> grade > 0)
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        double gain = 0;
        for (int rank = 1; rank <= best.size(); rank++) {
            gain += discounted(best.get(rank - 1), rank);
        }
        return gain;
    }

    private static double discounted(int grade, int rank) {
        return grade * Math.log(2) / Math.log(rank + 1.0);
    }
}
