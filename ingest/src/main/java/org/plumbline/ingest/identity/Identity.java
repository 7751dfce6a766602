package org.plumbline.ingest.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.plumbline.citations.Article;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Source.Role;
import org.plumbline.citations.SourceRecord;

/// Records and events in, articles out: publications make the articles, metadata complete the one that has their
/// DOI, notices and registrations make none.
public final class Identity {

    private Identity() {}

    /// The articles of these records, sorted by id; a publication of which every record was taken back has none.
    ///
    /// The records may be all there are or any union of whole components, where a component is what records are
    /// connected by through the links they carry and the ids they ever stated: the result is the same.
    ///
    /// @param known one per key
    /// @param events all that may concern them: those that no alias meets are passed over
    public static List<Article> articles(Collection<KnownRecord> known, Collection<IntegrityEvent> events) {
        List<Cluster> clusters = Clusterer.cluster(live(known, Role.PUBLICATIONS));
        Claims claims = new Claims(clusters, known);
        ArticleMaker maker = new ArticleMaker(claims, live(known, Role.METADATA), events);
        return clusters.stream()
                .map(maker::make)
                .sorted(Comparator.comparing(Article::id))
                .toList();
    }

    private static List<SourceRecord> live(Collection<KnownRecord> known, Role role) {
        return known.stream()
                .map(KnownRecord::record)
                .filter(record -> !record.deleted() && record.source().role() == role)
                .toList();
    }
}
