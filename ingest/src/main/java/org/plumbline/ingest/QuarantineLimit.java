package org.plumbline.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.corpus.RunReport;

/// How much may go to quarantine before a command counts as failed.
///
/// @param most a number of inputs, or where `percent` says so a share of what it saw
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

    /// Whether more went to quarantine in all of these runs together.
    boolean exceededBy(List<RunReport> reports) {
        long quarantined =
                reports.stream().mapToLong(RunReport::countQuarantined).sum();
        long inputs = quarantined
                + reports.stream().mapToLong(report -> report.records().seen()).sum();
        return percent ? quarantined * 100.0 > most * inputs : quarantined > most;
    }
}
