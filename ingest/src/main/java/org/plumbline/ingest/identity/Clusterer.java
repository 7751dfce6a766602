package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.citations.SourceRecord;

/// Puts the live records of one publication together.
///
/// Pairs of records that share a link are taken strongest first (PMID, PMCID, DOI, fingerprint; then those that
/// share more links; then by key), and each joins the two clusters it stands between unless they contradict each
/// other ([Cluster#agreesWith]): Kruskal's algorithm with refusals. So a wrong DOI cannot glue two publications
/// that a stronger identifier tells apart, and two articles are made rather than a wrong one.
final class Clusterer {

    /// A DOI or a title that more records carry names no publication: a supplement's DOI, a column's running title.
    private static final int MOST_RECORDS_OF_A_WEAK_LINK = 100;

    private record Pair(LinkKind link, int shared, SourceRecord one, SourceRecord other) {

        static final Comparator<Pair> STRONGEST_FIRST = Comparator.comparing(Pair::link)
                .thenComparing(Comparator.comparingInt(Pair::shared).reversed())
                .thenComparing(Pair::one, Cluster.BY_SOURCE)
                .thenComparing(Pair::other, Cluster.BY_SOURCE);
    }

    private Clusterer() {}

    /// The clusters of these records, one per key: sorted by their first record.
    static List<Cluster> cluster(Collection<SourceRecord> records) {
        if (records.size() < 2) {
            return records.stream().map(record -> new Cluster(List.of(record))).toList();
        }
        Map<String, Cluster> clusterOf = new HashMap<>();
        for (SourceRecord record : records) {
            clusterOf.put(record.key(), new Cluster(List.of(record)));
        }
        for (Pair pair : pairs(records)) {
            Cluster one = clusterOf.getOrDefault(pair.one().key(), new Cluster(List.of()));
            Cluster other = clusterOf.getOrDefault(pair.other().key(), new Cluster(List.of()));
            if (!one.equals(other) && one.agreesWith(other, pair.link())) {
                Cluster both = one.with(other);
                both.records().forEach(record -> clusterOf.put(record.key(), both));
            }
        }
        return new LinkedHashSet<>(clusterOf.values())
                .stream()
                        .sorted(Comparator.comparing(
                                cluster -> cluster.records().getFirst(), Cluster.BY_SOURCE))
                        .toList();
    }

    private static List<Pair> pairs(Collection<SourceRecord> records) {
        Map<String, List<SourceRecord>> byLink = new TreeMap<>();
        for (SourceRecord record : records) {
            Links.of(record)
                    .forEach(link ->
                            byLink.computeIfAbsent(link, _ -> new ArrayList<>()).add(record));
        }
        List<Pair> pairs = new ArrayList<>();
        byLink.forEach((link, sharing) -> addPairs(LinkKind.of(link), sharing, pairs));
        pairs.sort(Pair.STRONGEST_FIRST);
        return pairs;
    }

    private static void addPairs(LinkKind kind, List<SourceRecord> sharing, List<Pair> pairs) {
        if (kind.compareTo(LinkKind.DOI) >= 0 && sharing.size() > MOST_RECORDS_OF_A_WEAK_LINK) {
            return;
        }
        for (SourceRecord one : sharing) {
            for (SourceRecord other : sharing) {
                if (one.source().compareTo(other.source()) < 0 && joins(kind, one, other)) {
                    pairs.add(new Pair(kind, shared(one, other), one, other));
                }
            }
        }
    }

    private static boolean joins(LinkKind kind, SourceRecord one, SourceRecord other) {
        return kind != LinkKind.TITLE || Fingerprint.yearsAgree(one.bibliography(), other.bibliography());
    }

    private static int shared(SourceRecord one, SourceRecord other) {
        Set<String> both = new HashSet<>(Links.of(one));
        both.retainAll(Links.of(other));
        return both.size();
    }
}
