package org.plumbline.research.retrieve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.index.IndexedArticle;

/// Which articles report one study: those that share a registry number, directly or through a third. Reviews and
/// guidelines name the numbers of other people's studies, so each of them stands for itself.
final class Studies {

    private static final Set<DesignLevel.Kind> SECONDARY = Set.of(
            DesignLevel.Kind.GUIDELINE,
            DesignLevel.Kind.META_ANALYSIS,
            DesignLevel.Kind.SYSTEMATIC_REVIEW,
            DesignLevel.Kind.REVIEW,
            DesignLevel.Kind.OPINION,
            DesignLevel.Kind.NOTICE);

    private final Map<String, String> parents = new HashMap<>();

    Studies(List<IndexedArticle> articles) {
        for (IndexedArticle article : articles) {
            String first = article.article().id();
            if (!SECONDARY.contains(article.design().kind())) {
                article.article().studyIds().forEach(studyId -> join(first, studyId));
            }
        }
    }

    /// The study that an article reports: its first registry number, else the article's own id.
    String of(IndexedArticle article) {
        return root(article.article().id());
    }

    private void join(String one, String other) {
        String a = root(one);
        String b = root(other);
        if (!a.equals(b)) {
            boolean aNames = rank(a).compareTo(rank(b)) < 0;
            parents.put(aNames ? b : a, aNames ? a : b);
        }
    }

    /// Registry numbers before article ids, so that a study is called by its number.
    private static String rank(String id) {
        return (id.contains(":") ? "1" : "0") + id;
    }

    private String root(String id) {
        String root = id;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        return root;
    }
}
