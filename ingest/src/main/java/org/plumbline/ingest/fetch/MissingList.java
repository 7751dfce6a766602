package org.plumbline.ingest.fetch;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.ingest.fetch.FetchReport.Missing;

/// Counts what did not come, and names the first of them. For one thread.
public final class MissingList {

    private final List<Missing> named = new ArrayList<>();
    private long count;

    public void add(String what, String why) {
        count++;
        if (named.size() < FetchReport.MOST_NAMED) {
            named.add(new Missing(what, why));
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public List<Missing> named() {
        return List.copyOf(named);
    }

    public long count() {
        return count;
    }
}
