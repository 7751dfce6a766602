package org.plumbline.ingest.fetch.pmc;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Walks through inventory and ledger side by side, both sorted by PMCID, and tells where they differ: memory does
/// not grow with either. For one thread.
final class Differences implements Iterator<Change> {

    private final Iterator<Map.Entry<String, String>> listed;
    private final Iterator<Map.Entry<String, String>> known;
    private final Predicate<String> wantedLicence;
    private final String since;
    private Map.@Nullable Entry<String, String> nextListed;
    private Map.@Nullable Entry<String, String> nextKnown;
    private @Nullable Change next;
    private long unchanged;

    /// @param listed as [Inventory#load] writes them
    /// @param known as [Known] writes them
    /// @param wantedLicence whether articles of a licence are taken now
    /// @param since when the inventory was made, ISO 8601
    Differences(
            Iterator<Map.Entry<String, String>> listed,
            Iterator<Map.Entry<String, String>> known,
            Predicate<String> wantedLicence,
            String since) {
        this.listed = listed;
        this.known = known;
        this.wantedLicence = wantedLicence;
        this.since = since;
        nextListed = following(listed);
        nextKnown = following(known);
        next = find();
    }

    /// How many articles were passed by so far because nothing about them is new.
    long unchanged() {
        return unchanged;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Change next() {
        Change change = next;
        if (change == null) {
            throw new NoSuchElementException();
        }
        next = find();
        return change;
    }

    private @Nullable Change find() {
        while (nextListed != null || nextKnown != null) {
            Map.Entry<String, String> ours = nextKnown;
            Map.Entry<String, String> theirs = nextListed;
            int order = theirs == null ? 1 : ours == null ? -1 : theirs.getKey().compareTo(ours.getKey());
            nextListed = order <= 0 ? following(listed) : theirs;
            nextKnown = order >= 0 ? following(known) : ours;
            Change change = compare(order <= 0 ? theirs : null, order >= 0 ? ours : null);
            if (change != null) {
                return change;
            }
            unchanged += order == 0 ? 1 : 0;
        }
        return null;
    }

    private @Nullable Change compare(
            Map.@Nullable Entry<String, String> theirs, Map.@Nullable Entry<String, String> ours) {
        Known known = ours == null ? null : Known.read(ours.getValue());
        if (theirs == null) {
            return known != null && ours != null && known.taken()
                    ? new Change.Removed(new ArticleKey(ours.getKey(), known.version()), since)
                    : null;
        }
        Inventory.Listed its = Inventory.Listed.read(theirs.getValue());
        boolean same = known != null
                && known.version() == its.version()
                && known.etag().equals(its.etag())
                && (known.taken() || !wantedLicence.test(known.licence()));
        return same
                ? null
                : new Change.Changed(new ArticleKey(theirs.getKey(), its.version()), its.etag(), its.modified(), known);
    }

    private static Map.@Nullable Entry<String, String> following(Iterator<Map.Entry<String, String>> entries) {
        return entries.hasNext() ? entries.next() : null;
    }
}
