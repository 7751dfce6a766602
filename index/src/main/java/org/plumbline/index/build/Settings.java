package org.plumbline.index.build;

import java.util.Map;
import java.util.TreeMap;
import org.plumbline.index.lucene.Bm25;
import org.plumbline.index.passage.PassageCutter;

/// What decides, beside the corpus, what a snapshot holds and how it ranks.
public final class Settings {

    /// To be raised with every change to cutting, sentences, design levels, analysis or stored form: snapshots
    /// built before are then built anew.
    private static final String BUILDER = "4";

    private Settings() {}

    public static Map<String, String> all() {
        return new TreeMap<>(Map.of(
                "builder",
                BUILDER,
                "analysis",
                "English, compounds, Porter stems with exceptions, one spelling",
                "ranking",
                "BM25 k1=" + Bm25.K1 + " b=" + Bm25.B,
                "passageWords",
                "at most " + PassageCutter.MOST_WORDS));
    }

    /// The id of the snapshot of a corpus under settings: `s` and 16 hex digits.
    public static String snapshotId(String corpusDigest, Map<String, String> settings) {
        return "s"
                + Sha256.hex(digest -> {
                            digest.field(corpusDigest);
                            new TreeMap<>(settings)
                                    .forEach((name, value) -> digest.field(name).field(value));
                        })
                        .substring(0, 16);
    }
}
