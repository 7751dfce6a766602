package org.plumbline.ingest.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.plumbline.citations.Article;
import org.plumbline.citations.IntegrityEvent;

/// Records and events in, articles out.
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
        List<Cluster> clusters = Clusterer.cluster(known.stream()
                .map(KnownRecord::record)
                .filter(record -> !record.deleted())
                .toList());
        Claims claims = new Claims(clusters, known);
        ArticleMaker maker = new ArticleMaker(claims, events);
        return clusters.stream()
                .map(maker::make)
                .sorted(Comparator.comparing(Article::id))
                .toList();
    }
}
