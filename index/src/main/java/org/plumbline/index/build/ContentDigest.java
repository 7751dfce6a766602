package org.plumbline.index.build;

import org.plumbline.citations.Location;
import org.plumbline.citations.TextId;
import org.plumbline.citations.TextKind;

/// What of an article goes into its digest, for the writer and for the verifier alike: the words of a passage
/// follow from its location.
final class ContentDigest {

    private ContentDigest() {}

    static void text(Sha256 digest, TextId id, TextKind kind) {
        digest.field("text").field(id.value()).field(kind.name());
    }

    static void section(Sha256 digest, String json) {
        digest.field("section").field(json);
    }

    static void passage(Sha256 digest, Location location) {
        digest.field("passage").field(location.toString());
    }

    static void article(Sha256 digest, String article, String design) {
        digest.field("article").field(article).field(design);
    }
}
