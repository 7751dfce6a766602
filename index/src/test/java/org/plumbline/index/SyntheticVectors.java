package org.plumbline.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.plumbline.index.lucene.EmbeddedWords;
import org.plumbline.index.lucene.Fields;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorKey;
import org.plumbline.index.vector.VectorStore;
import org.plumbline.index.vector.VectorWriter;

/// Vectors that no model made: any of length 1, the same for the same words. What `embed` finds of them in the store
/// it need not compute.
public final class SyntheticVectors {

    private SyntheticVectors() {}

    /// Stores vectors of those articles of the current snapshot whose words are chosen.
    public static void store(Path home, Predicate<VectorKey> chosen) throws IOException {
        try (VectorWriter writer = VectorWriter.open(VectorStore.folder(home))) {
            for (VectorKey key : keys(home)) {
                if (chosen.test(key)) {
                    writer.add(key, of(key));
                }
            }
            writer.flush();
        }
    }

    /// The keys of the live articles of the current snapshot, one for each article.
    public static List<VectorKey> keys(Path home) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(folder.findCurrent().orElseThrow());
        List<VectorKey> keys = new ArrayList<>();
        try (MultiReader reader = OpenParts.of(folder, manifest)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                var articles = leaf.reader().getNumericDocValues(Fields.BLOCK);
                while (articles.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if (live == null || live.get(articles.docID())) {
                        keys.add(VectorKey.of(EmbeddedWords.digest(leaf, articles.docID())));
                    }
                }
            }
        }
        return keys;
    }

    public static float[] of(VectorKey key) {
        Random random = new Random(key.first());
        float[] vector = new float[Embedder.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        double length = Math.sqrt(Embedder.cosine(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
