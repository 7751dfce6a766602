package org.plumbline.index.build;

import java.util.Map;
import java.util.TreeMap;
import org.plumbline.index.lucene.Bm25;
import org.plumbline.index.passage.PassageCutter;

/// What decides, beside the corpus, what a snapshot holds and how it ranks.
public final class Settings {

    /// To be raised with every change to cutting, sentences, design levels, analysis or stored form: snapshots
    /// built before are then built anew.
    private static final String BUILDER = "2";

    private Settings() {}

    public static Map<String, String> all() {
        return new TreeMap<>(Map.of(
                "builder",
                BUILDER,
                "analysis",
                "English, Porter stems, one spelling",
                "ranking",
                "BM25 k1=" + Bm25.K1 + " b=" + Bm25.B,
                "passageWords",
                "at most " + PassageCutter.MOST_WORDS));
    }

    /// The id of the snapshot of a corpus under these settings: `s` and 16 hex digits.
    public static String snapshotId(String corpusDigest) {
        return "s"
                + Sha256.hex(digest -> {
                            digest.field(corpusDigest);
                            all().forEach((name, value) -> digest.field(name).field(value));
                        })
                        .substring(0, 16);
    }
}
