package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PeerReview.Status;
import org.plumbline.citations.SourceRecord;

/// What the records of a publication say about its review by peers. No source says it of an article: preprints and
/// kinds of articles that nobody reviews are told by their types, the rest at most by their journal.
///
/// What says "not reviewed" weighs more than what says "reviewed", and a preprint is one whatever else it is. Signs
/// of the others are kept beside those that decided, as "also: …". Each names its source.
final class PeerReviewSigns {

    private static final List<Status> STRONGEST_FIRST =
            List.of(Status.PREPRINT, Status.NOT_REVIEWED_TYPE, Status.JOURNAL_REVIEWS);

    private PeerReviewSigns() {}

    static PeerReview read(List<SourceRecord> records) {
        Map<Status, Set<String>> signs = new EnumMap<>(Status.class);
        for (SourceRecord record : records) {
            for (PeerReviewRule rule : PeerReviewRule.ALL) {
                if (rule.appliesTo(record)) {
                    signs.computeIfAbsent(rule.status(), _ -> new LinkedHashSet<>())
                            .add(SourceNames.of(record.source()) + ": " + rule.words());
                }
            }
        }
        List<String> evidence = new ArrayList<>();
        Status decided = Status.UNKNOWN;
        for (Status status : STRONGEST_FIRST) {
            Set<String> found = signs.getOrDefault(status, Set.of());
            if (decided == Status.UNKNOWN && !found.isEmpty()) {
                decided = status;
                evidence.addAll(found);
            } else {
                found.forEach(sign -> evidence.add("also: " + sign));
            }
        }
        return new PeerReview(decided, evidence);
    }
}
