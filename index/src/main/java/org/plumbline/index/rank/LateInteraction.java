package org.plumbline.index.rank;

/// Compares texts word by word (MaxSim; Khattab and Zaharia, 2020): each word of the question counts with the most
/// similar word of the text.
public final class LateInteraction {

    private LateInteraction() {}

    /// The mean over the question's words of the greatest cosine with a word of the text; 0 where either has no words.
    ///
    /// @param question vectors of length 1
    /// @param text likewise, with as many dimensions
    public static double similarity(float[][] question, float[][] text) {
        if (question.length == 0 || text.length == 0) {
            return 0;
        }
        double sum = 0;
        for (float[] word : question) {
            float most = -1;
            for (float[] other : text) {
                most = Math.max(most, product(word, other));
            }
            sum += most;
        }
        return sum / question.length;
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
