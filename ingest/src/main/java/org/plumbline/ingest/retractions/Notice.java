package org.plumbline.ingest.retractions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.text.Delivery;

/// One row of a list: what a notice says of its targets.
///
/// @param words the list's words for it, such as its reasons
record Notice(
        Relation.Kind kind, ArticleIds ids, @Nullable PublicationDate date, List<ArticleIds> targets, String words) {

    /// Where a list gives the publication's own identifier as the notice's (the publisher put the notice in the
    /// place of the publication, or the list knows no better), there is no other notice to tell it from.
    ArticleIds otherIds() {
        return new ArticleIds(
                targets.stream().anyMatch(target -> same(target.pmid(), ids.pmid())) ? null : ids.pmid(),
                null,
                targets.stream().anyMatch(target -> same(target.doi(), ids.doi())) ? null : ids.doi());
    }

    Delivery.Read read(Source source, String sourceId, SourceOrder order) {
        List<Relation> relations = targets.stream()
                .map(target -> new Relation(kind, target, words, date))
                .toList();
        Bibliography bibliography = new Bibliography("", "", List.of(), Journal.NONE, date, "", "", "", "");
        SourceRecord record = SourceRecord.draft(source, sourceId, order)
                .ids(otherIds())
                .bibliography(bibliography)
                .relations(relations)
                .record();
        return new Delivery.Read(record, null);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }
}
