package org.plumbline.citations.design;

import java.util.List;
import org.plumbline.citations.Term;

/// Decides an article's design level: publication types first, then cues in title and abstract.
public final class DesignClassifier {

    private DesignClassifier() {}

    /// The design level of an article with these publication types, source article types (JATS article-type), title
    /// and abstract (empty where there is none).
    public static DesignLevel classify(
            List<Term> publicationTypes, List<String> articleTypes, String title, String abstractWords) {
        for (Term type : publicationTypes) {
            if (type.id().equals("D016449")) {
                return new DesignLevel(DesignLevel.Kind.RANDOMISED_TRIAL, "publication type \"" + type.name() + "\"");
            }
        }
        return new DesignLevel(DesignLevel.Kind.OTHER, "no signal");
    }
}
