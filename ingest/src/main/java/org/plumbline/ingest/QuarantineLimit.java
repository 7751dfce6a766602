package org.plumbline.ingest;

import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.corpus.RunReport;

/// How much may go to quarantine before a run counts as failed.
///
/// @param most a number of inputs, or where `percent` says so a share of what the run saw
record QuarantineLimit(double most, boolean percent) {

    private static final QuarantineLimit NONE = new QuarantineLimit(Double.POSITIVE_INFINITY, false);

    /// `100` or `0.5%`; none where nothing is written.
    static QuarantineLimit parse(@Nullable String written) {
        if (written == null) {
            return NONE;
        }
        if (!written.matches("[0-9]{1,9}(\\.[0-9]{1,6})?%|[0-9]{1,9}")) {
            throw new WrongInputException(
                    "--max-quarantine " + written + ": expected a number such as 100 or a share such as 0.5%");
        }
        boolean percent = written.endsWith("%");
        return new QuarantineLimit(
                Double.parseDouble(percent ? written.substring(0, written.length() - 1) : written), percent);
    }

    boolean exceededBy(RunReport report) {
        long quarantined = report.countQuarantined();
        long inputs = report.records().seen() + quarantined;
        return percent ? quarantined * 100.0 > most * inputs : quarantined > most;
    }
}
