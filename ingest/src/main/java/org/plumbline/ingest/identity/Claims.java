package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plumbline.citations.SourceRecord;

/// Which cluster each id belongs to, where several lay claim to it: the one that holds the record of which it is
/// the source's own id, else the one that states it now (the first by source and key), else the one that a deleted
/// record's other ids point to, else the one that stated it once. A preprint's DOI in the record of the published
/// article is not the article's: it counts as one that was stated once.
final class Claims {

    private record Claim(String id, int rank, SourceRecord record, Cluster cluster) {

        static final Comparator<Claim> BEST_FIRST =
                Comparator.comparingInt(Claim::rank).thenComparing(Claim::record, Cluster.BY_SOURCE);
    }

    private static final int OWN = 0;
    private static final int STATED = 1;
    private static final int OF_A_DELETED_RECORD = 2;
    private static final int STATED_ONCE = 3;

    private final Map<String, Claim> winners = new HashMap<>();
    private final IdentityHashMap<Cluster, SortedSet<String>> current = new IdentityHashMap<>();
    private final IdentityHashMap<Cluster, SortedSet<String>> aliases = new IdentityHashMap<>();

    Claims(List<Cluster> clusters, Collection<KnownRecord> known) {
        Map<String, Cluster> clusterOf = new HashMap<>();
        List<Claim> claims = new ArrayList<>();
        for (Cluster cluster : clusters) {
            for (SourceRecord record : cluster.records()) {
                clusterOf.put(record.key(), cluster);
                claimCurrent(record, cluster, claims);
            }
        }
        settle(claims);
        settle(claimsOfTheDeleted(known));
        settle(claimsOfThePast(known, clusterOf));
        winners.values().forEach(this::award);
    }

    /// The cluster whose id this is now.
    Optional<Cluster> findOwner(String id) {
        return Optional.ofNullable(winners.get(id))
                .filter(winner -> winner.rank() < STATED_ONCE)
                .map(Claim::cluster);
    }

    /// The ids that are the cluster's now, those of deleted records among them: an event on one of them concerns
    /// it.
    SortedSet<String> current(Cluster cluster) {
        return current.getOrDefault(cluster, new TreeSet<>());
    }

    /// Every id that leads to the cluster.
    SortedSet<String> aliases(Cluster cluster) {
        return aliases.getOrDefault(cluster, new TreeSet<>());
    }

    private static void claimCurrent(SourceRecord record, Cluster cluster, List<Claim> claims) {
        Optional<String> own = Links.own(record);
        for (String id : Links.ids(record)) {
            if (Preprints.isServerDoi(id) && Preprints.isPublished(record)) {
                continue;
            }
            int rank = own.isPresent() && own.get().equals(id) ? OWN : STATED;
            claims.add(new Claim(id, rank, record, cluster));
        }
    }

    private List<Claim> claimsOfTheDeleted(Collection<KnownRecord> known) {
        List<Claim> claims = new ArrayList<>();
        for (KnownRecord each : known) {
            if (each.record().deleted()) {
                each.everStated().stream()
                        .sorted(Comparator.comparing(Claims::strength).thenComparing(id -> id))
                        .map(winners::get)
                        .filter(winner -> winner != null)
                        .findFirst()
                        .ifPresent(heir -> each.everStated()
                                .forEach(id ->
                                        claims.add(new Claim(id, OF_A_DELETED_RECORD, each.record(), heir.cluster()))));
            }
        }
        return claims;
    }

    private static List<Claim> claimsOfThePast(Collection<KnownRecord> known, Map<String, Cluster> clusterOf) {
        List<Claim> claims = new ArrayList<>();
        for (KnownRecord each : known) {
            Cluster cluster = clusterOf.get(each.record().key());
            if (cluster != null) {
                each.everStated().forEach(id -> claims.add(new Claim(id, STATED_ONCE, each.record(), cluster)));
            }
        }
        return claims;
    }

    /// Earlier rounds stand.
    private void settle(List<Claim> claims) {
        claims.sort(Claim.BEST_FIRST);
        claims.forEach(claim -> winners.putIfAbsent(claim.id(), claim));
    }

    private void award(Claim won) {
        aliases.computeIfAbsent(won.cluster(), _ -> new TreeSet<>()).add(won.id());
        if (won.rank() < STATED_ONCE) {
            current.computeIfAbsent(won.cluster(), _ -> new TreeSet<>()).add(won.id());
        }
    }

    static int strength(String id) {
        return id.startsWith("pmid:") ? 0 : id.startsWith("pmcid:") ? 1 : id.startsWith("doi:") ? 2 : 3;
    }
}
