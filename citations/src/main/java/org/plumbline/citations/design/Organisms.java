package org.plumbline.citations.design;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.citations.Article;
import org.plumbline.citations.Term;

/// Whom or what an article's study is about, as far as its indexers say: NLM's check tags "Humans" and "Animals".
public enum Organisms {
    HUMANS("humans"),
    HUMANS_AND_ANIMALS("humans and animals"),
    ANIMALS("animals alone"),
    NOT_STATED("not stated");

    private static final String HUMAN_TAG = "D006801";
    private static final String ANIMAL_TAG = "D000818";

    private final String words;

    Organisms(String words) {
        this.words = words;
    }

    /// What the article's MeSH headings say.
    public static Organisms of(Article article) {
        return of(article.mesh());
    }

    static Organisms of(List<Term> headings) {
        boolean humans = has(headings, HUMAN_TAG, "humans");
        if (has(headings, ANIMAL_TAG, "animals")) {
            return humans ? HUMANS_AND_ANIMALS : ANIMALS;
        }
        return humans ? HUMANS : NOT_STATED;
    }

    public String words() {
        return words;
    }

    /// A heading is matched by its identifier; by its name where the source gives none.
    private static boolean has(List<Term> headings, String id, String name) {
        Set<String> found = headings.stream()
                .map(heading -> heading.id().isEmpty() ? heading.name().toLowerCase(Locale.ROOT) : heading.id())
                .collect(Collectors.toSet());
        return found.contains(id) || found.contains(name);
    }
}
