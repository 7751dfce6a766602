package org.plumbline.research.assemble;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.research.report.EvidenceRow;
import org.plumbline.research.select.Selected;

/// Makes the rows of the evidence table.
final class Rows {

    private Rows() {}

    static List<EvidenceRow> of(List<Said> claims, Evidence evidence, References references) {
        List<EvidenceRow> rows = new ArrayList<>();
        for (Said said : claims) {
            Selected selected = said.selected();
            rows.add(new EvidenceRow(
                    "r" + (rows.size() + 1),
                    references.number(said.claim().articleId()),
                    said.claim().id(),
                    selected.outcome(),
                    size(said, evidence),
                    selected.effects(),
                    selected.intervals(),
                    selected.pValues(),
                    selected.direction(),
                    selected.studyId()));
        }
        return rows;
    }

    private static EvidenceRow.@Nullable SampleSize size(Said said, Evidence evidence) {
        return evidence.findSize(said.claim().articleId())
                .map(size -> new EvidenceRow.SampleSize(
                        size.participants(), size.claim().id()))
                .orElse(null);
    }
}
