package org.plumbline.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.Reading;
import org.plumbline.index.vector.VectorKey;

/// What the model says of articles. The last are kept: what was read to find an article's place among the first need
/// not be read again to look at it closer. Any thread may call it.
final class Readings {

    /// Less than 1 MB each: an article has at most 512 word pieces.
    private static final int MOST_KEPT = 32;

    private final Map<VectorKey, Reading> kept = recent(MOST_KEPT);

    /// A map that forgets what was not asked for longest, for any thread.
    static <K, V> Map<K, V> recent(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /// What the model says of each article, read side by side.
    List<Reading> of(List<ArticleWords> articles) {
        List<VectorKey> keys = articles.stream().map(ArticleWords::key).toList();
        List<Future<Reading>> later = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            later.add(later(keys.get(i), articles.get(i)));
        }
        List<Reading> readings = later.stream().map(Embedder::await).toList();
        for (int i = 0; i < keys.size(); i++) {
            kept.put(keys.get(i), readings.get(i));
        }
        return readings;
    }

    private Future<Reading> later(VectorKey key, ArticleWords article) {
        @Nullable Reading known = kept.get(key);
        return known == null
                ? Embedder.shared().readingLater(article.title(), article.abstractWords())
                : CompletableFuture.completedFuture(known);
    }
}
