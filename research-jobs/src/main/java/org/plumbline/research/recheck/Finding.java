package org.plumbline.research.recheck;

import java.util.List;
import org.plumbline.research.job.JobId;

/// What a recheck found of one delivered report that is touched.
///
/// @param snapshot of the index that it was held against
/// @param isNew whether an earlier recheck did not say the same already
/// @param changed cited articles of which something else is known now, in the order of the references
/// @param quotes how many quotes the report prints
/// @param verbatim how many of them still stand in their texts, byte for byte
/// @param problems of its files, each in one line
public record Finding(
        JobId job,
        String snapshot,
        boolean isNew,
        List<ChangedSource> changed,
        int quotes,
        int verbatim,
        List<String> problems) {

    public Finding {
        changed = List.copyOf(changed);
        problems = List.copyOf(problems);
    }
}
