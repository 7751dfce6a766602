package org.plumbline.index.lucene;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Keeps Lucene from recommending its vector module, which words alone do not need and which a short search would
/// wait for, and from announcing it where it is there.
public final class LuceneLog {

    /// Held, or the levels would be forgotten with the loggers.
    private static final List<Logger> VECTORS = Stream.of("VectorizationProvider", "PanamaVectorizationProvider")
            .map(name -> Logger.getLogger("org.apache.lucene.internal.vectorization." + name))
            .toList();

    private LuceneLog() {}

    /// To be called before Lucene's first use.
    public static void quiet() {
        VECTORS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
