package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.plumbline.citations.Article;
import org.plumbline.citations.Json;
import org.plumbline.index.Blocks;
import org.plumbline.index.OpenParts;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.lucene.Fields;

/// Tells which articles a snapshot holds, each by a digest over its JSON and the ids of its texts, so that they can
/// be compared with those of the corpus.
public final class HeldArticles {

    private HeldArticles() {}

    /// The digest of an article with texts, 64 hex digits.
    ///
    /// @param texts text ids, in any order
    public static String digest(Article article, Collection<String> texts) {
        return Sha256.hex(digest -> {
            digest.field(Json.line(article));
            new TreeSet<>(texts).forEach(digest::field);
        });
    }

    /// Hands over the id and the digest of each live article of a part.
    ///
    /// @param part its place in the manifest
    public static void forEach(Path home, String snapshot, int part, BiConsumer<String, String> out)
            throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(snapshot);
        SnapshotPart wanted = manifest.parts().get(part);
        try (DirectoryReader reader = OpenParts.of(folder, snapshot, wanted)) {
            forEach(reader, out);
        }
    }

    private static void forEach(DirectoryReader reader, BiConsumer<String, String> out) throws IOException {
        LeafReader leaf = reader.leaves().getFirst().reader();
        Blocks blocks = new Blocks(reader);
        Bits live = leaf.getLiveDocs();
        BinaryDocValues ids = leaf.getBinaryDocValues(Fields.ID);
        NumericDocValues lengths = leaf.getNumericDocValues(Fields.BLOCK);
        NumericDocValues counts = leaf.getNumericDocValues(Fields.TEXT_COUNT);
        while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int article = ids.docID();
            if (live == null || live.get(article)) {
                lengths.advanceExact(article);
                counts.advanceExact(article);
                int first = article + 1 - (int) lengths.longValue();
                out.accept(
                        ids.binaryValue().utf8ToString(),
                        digest(blocks.article(article).article(), texts(blocks, first, counts.longValue())));
            }
        }
    }

    private static SortedSet<String> texts(Blocks blocks, int first, long count) throws IOException {
        SortedSet<String> texts = new TreeSet<>();
        int head = first;
        for (long i = 0; i < count; i++) {
            texts.add(blocks.textId(head).value());
            head += 1 + blocks.sections(head);
        }
        return texts;
    }
}
