package org.plumbline.ingest.fetch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.citations.Source;

/// What a run of a connector did.
///
/// @param from the address without its query
/// @param listed what the source has, of the kind that was asked for
/// @param known of these, what was there already in the same state
/// @param fetched what was brought and taken in
/// @param removed what the source no longer has, or no longer gives under a licence that is taken
/// @param setAside what is not taken, by reason, such as "licence TDM"
/// @param missing what should have come and did not: at most 100 are named
/// @param missingInAll how many they are
public record FetchReport(
        Source source,
        String from,
        long listed,
        long known,
        long fetched,
        long removed,
        SortedMap<String, Long> setAside,
        List<Missing> missing,
        long missingInAll,
        Traffic.Totals traffic,
        double seconds) {

    public static final int MOST_NAMED = 100;

    /// Something that should have come.
    ///
    /// @param why one line: what happened, what to do
    public record Missing(String what, String why) {}

    public FetchReport {
        setAside = new TreeMap<>(setAside);
        missing = List.copyOf(missing);
    }

    @JsonProperty("complete")
    public boolean complete() {
        return missingInAll == 0;
    }
}
