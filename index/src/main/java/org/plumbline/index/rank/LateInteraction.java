package org.plumbline.index.rank;

/// Compares a question with the sentences of a text word by word (MaxSim; Khattab and Zaharia, 2020): each word of the
/// question counts with the most similar word of the sentence. The text is as similar as its best sentence is, so that
/// words far apart do not add up to what nobody says.
public final class LateInteraction {

    /// The sentence that is most similar.
    ///
    /// @param sentence its place in the text, from 0
    /// @param similarity the weighed mean over the question's words of the greatest cosine with a word of it
    public record Best(int sentence, double similarity) {}

    private LateInteraction() {}

    /// The best sentence, of equal ones the first; similarity 0 where the question has no weight or no sentence a word.
    ///
    /// @param question vectors of length 1
    /// @param weights of the question's words, 0 or more
    /// @param text vectors likewise, with as many dimensions
    /// @param bounds sentence `i` has the words from `bounds[i]` to before `bounds[i + 1]`; what lies behind the
    ///     text's end was cut off
    public static Best best(float[][] question, double[] weights, float[][] text, int[] bounds) {
        Best best = new Best(0, 0);
        boolean none = true;
        for (int i = 0; i + 1 < bounds.length && bounds[i] < text.length; i++) {
            int end = Math.min(bounds[i + 1], text.length);
            if (bounds[i] < end) {
                double similarity = similarity(question, weights, text, bounds[i], end);
                if (none || similarity > best.similarity()) {
                    best = new Best(i, similarity);
                    none = false;
                }
            }
        }
        return best;
    }

    private static double similarity(float[][] question, double[] weights, float[][] text, int from, int to) {
        double sum = 0;
        double whole = 0;
        for (int i = 0; i < question.length; i++) {
            if (weights[i] > 0) {
                sum += weights[i] * greatest(question[i], text, from, to);
                whole += weights[i];
            }
        }
        return whole > 0 ? sum / whole : 0;
    }

    private static float greatest(float[] word, float[][] text, int from, int to) {
        float greatest = -1;
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, product(word, text[i]));
        }
        return greatest;
    }

    /// The dot product, in four sums that the processor adds side by side.
    private static float product(float[] left, float[] right) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 3 < left.length; i += 4) {
            first += left[i] * right[i];
            second += left[i + 1] * right[i + 1];
            third += left[i + 2] * right[i + 2];
            fourth += left[i + 3] * right[i + 3];
        }
        for (; i < left.length; i++) {
            first += left[i] * right[i];
        }
        return first + second + (third + fourth);
    }
}
