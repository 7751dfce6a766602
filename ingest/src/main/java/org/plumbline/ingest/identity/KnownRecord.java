package org.plumbline.ingest.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plumbline.citations.SourceRecord;

/// What the corpus knows of one source id: the newest record, and every id that any delivered version of it stated.
///
/// Both are the same in whatever order the versions come, so an id that was corrected, or whose record was deleted,
/// stays resolvable without the history of the intake mattering.
///
/// @param record the newest; a tombstone where the source took it back
/// @param everStated ids as [Links#ids] gives them, of all versions, sorted
public record KnownRecord(SourceRecord record, List<String> everStated) {

    /// The newest is the greatest: by the source's order, then (two loose files may claim one place) by content.
    private static final Comparator<SourceRecord> NEWEST_LAST =
            Comparator.comparing(SourceRecord::order).thenComparing(Digests::of);

    public KnownRecord {
        everStated = List.copyOf(new TreeSet<>(everStated));
    }

    /// A record in one version.
    public static KnownRecord of(SourceRecord record) {
        return new KnownRecord(record, Links.ids(record));
    }

    /// What is known after both.
    public KnownRecord and(KnownRecord other) {
        SourceRecord newest = NEWEST_LAST.compare(record, other.record) >= 0 ? record : other.record;
        return new KnownRecord(
                newest,
                Stream.concat(everStated.stream(), other.everStated.stream()).toList());
    }

    /// What deliveries in any order and number add up to, by key.
    public static Collection<KnownRecord> newest(Collection<SourceRecord> deliveries) {
        Map<String, KnownRecord> known = new TreeMap<>();
        deliveries.forEach(record -> known.merge(record.key(), of(record), KnownRecord::and));
        return List.copyOf(known.values());
    }
}
