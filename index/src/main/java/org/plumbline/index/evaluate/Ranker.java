package org.plumbline.index.evaluate;

import java.io.IOException;
import java.util.List;

/// Ranks documents for a query.
@FunctionalInterface
interface Ranker {

    /// The ids of the best documents, best first.
    List<String> rank(String words, int documents) throws IOException;
}
