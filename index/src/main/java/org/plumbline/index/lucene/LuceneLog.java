package org.plumbline.index.lucene;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps Lucene from recommending its vector module, which words alone do not need and which a short search would
/// wait for.
public final class LuceneLog {

    /// Held, or the level would be forgotten with the logger.
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private LuceneLog() {}

    /// To be called before Lucene's first use.
    public static void quiet() {
        VECTORS.setLevel(Level.SEVERE);
    }
}
