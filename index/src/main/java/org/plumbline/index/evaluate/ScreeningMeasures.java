package org.plumbline.index.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a ranking saves a person who screens records from its top for a systematic review.
///
/// @param recall the share of the relevant records among the first 5, 10, 20 and 50 per cent, rounded up to whole
///     records
/// @param wss95 work saved over sampling at 95 % recall (Cohen et al., 2006): the share of the records after the one
///     at which 95 % of the relevant ones are found, less the .05 that reading at random would save
/// @param averagePrecision over the whole ranking
record ScreeningMeasures(List<Double> recall, double wss95, double averagePrecision) {

    static final List<Integer> PER_CENT = List.of(5, 10, 20, 50);

    private static final double FOUND = 0.95;

    ScreeningMeasures {
        recall = List.copyOf(recall);
    }

    /// @param relevant whether each record is, in the order of the ranking; at least one is
    static ScreeningMeasures of(boolean[] relevant) {
        int inAll = 0;
        for (boolean each : relevant) {
            inAll += each ? 1 : 0;
        }
        double[] recall = new double[PER_CENT.size()];
        double precisions = 0;
        int enough = (int) Math.ceil(FOUND * inAll - 1e-9);
        int read = 0;
        int found = 0;
        for (int rank = 1; rank <= relevant.length; rank++) {
            if (relevant[rank - 1]) {
                found++;
                precisions += (double) found / rank;
                read = found == enough ? rank : read;
            }
            for (int i = 0; i < recall.length; i++) {
                recall[i] = rank <= first(PER_CENT.get(i), relevant.length) ? (double) found / inAll : recall[i];
            }
        }
        double saved = (double) (relevant.length - read) / relevant.length - (1 - FOUND);
        return new ScreeningMeasures(Arrays.stream(recall).boxed().toList(), saved, precisions / inAll);
    }

    /// All figures in one row: recall at each share, WSS@95, average precision.
    double[] row() {
        return Stream.concat(recall.stream(), Stream.of(wss95, averagePrecision))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static int first(int perCent, int records) {
        return (int) Math.ceil(records * perCent / 100.0 - 1e-9);
    }
}
