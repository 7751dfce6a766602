package org.plumbline.research.evidence;

import java.util.List;

/// Gradient-boosted trees for several classes, as they are stored: scores are sums of leaves, probabilities their
/// softmax (Friedman, Greedy function approximation, 2001).
///
/// @param features what the inputs are, in order
/// @param rounds one tree per class and round
@SuppressWarnings("ArrayRecordComponent") // The same holds for its prior.
record Forest(List<String> features, double rate, double[] prior, List<List<Tree>> rounds) {

    /// A tree as parallel arrays, one place per node, the root first. An inner node asks whether the input's
    /// feature is at most its threshold, and names the next node to the left (yes) or right (no); a leaf has
    /// feature -1 and a value.
    @SuppressWarnings("ArrayRecordComponent") // Walked in the innermost loop of learning, and never handed out.
    record Tree(int[] feature, double[] threshold, int[] left, int[] right, double[] value) {

        double of(double[] input) {
            int node = 0;
            while (feature[node] >= 0) {
                node = input[feature[node]] <= threshold[node] ? left[node] : right[node];
            }
            return value[node];
        }
    }

    /// The probability of each class.
    double[] of(double[] input) {
        double[] scores = prior.clone();
        for (List<Tree> round : rounds) {
            for (int k = 0; k < scores.length; k++) {
                scores[k] += rate * round.get(k).of(input);
            }
        }
        return softmax(scores);
    }

    static double[] softmax(double[] scores) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            greatest = Math.max(greatest, score);
        }
        double sum = 0;
        double[] shares = new double[scores.length];
        for (int k = 0; k < scores.length; k++) {
            shares[k] = Math.exp(scores[k] - greatest);
            sum += shares[k];
        }
        for (int k = 0; k < scores.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}
