package org.plumbline.citations.design;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The design levels that a JATS article-type names; the values are those of the JATS tag library and of PMC. Types
/// that say nothing of the design ("research-article", "abstract", "brief-report") are left to the cues.
final class ArticleTypes {

    private static final Map<String, DesignLevel.Kind> KINDS = Map.ofEntries(
            Map.entry("retraction", DesignLevel.Kind.NOTICE),
            Map.entry("partial-retraction", DesignLevel.Kind.NOTICE),
            Map.entry("correction", DesignLevel.Kind.NOTICE),
            Map.entry("addendum", DesignLevel.Kind.NOTICE),
            Map.entry("expression-of-concern", DesignLevel.Kind.NOTICE),
            Map.entry("protocol", DesignLevel.Kind.PROTOCOL),
            Map.entry("study-protocol", DesignLevel.Kind.PROTOCOL),
            Map.entry("clinical-trial-protocol", DesignLevel.Kind.PROTOCOL),
            Map.entry("guideline", DesignLevel.Kind.GUIDELINE),
            Map.entry("practice-guideline", DesignLevel.Kind.GUIDELINE),
            Map.entry("meta-analysis", DesignLevel.Kind.META_ANALYSIS),
            Map.entry("systematic-review", DesignLevel.Kind.SYSTEMATIC_REVIEW),
            Map.entry("review-article", DesignLevel.Kind.REVIEW),
            Map.entry("case-report", DesignLevel.Kind.CASE_REPORT),
            Map.entry("editorial", DesignLevel.Kind.OPINION),
            Map.entry("letter", DesignLevel.Kind.OPINION),
            Map.entry("reply", DesignLevel.Kind.OPINION),
            Map.entry("article-commentary", DesignLevel.Kind.OPINION),
            Map.entry("discussion", DesignLevel.Kind.OPINION),
            Map.entry("news", DesignLevel.Kind.OPINION),
            Map.entry("in-brief", DesignLevel.Kind.OPINION),
            Map.entry("book-review", DesignLevel.Kind.OPINION),
            Map.entry("obituary", DesignLevel.Kind.OPINION));

    private ArticleTypes() {}

    static Optional<DesignLevel> find(List<String> types) {
        for (String type : types) {
            DesignLevel.Kind kind = KINDS.get(type.toLowerCase(Locale.ROOT));
            if (kind != null) {
                return Optional.of(new DesignLevel(kind, "article type \"" + type + "\""));
            }
        }
        return Optional.empty();
    }
}
