package org.plumbline.ingest.jats;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Relation.Kind;
import org.plumbline.ingest.jats.tree.Element;

/// Reads what an article says of others: the `related-article` and `related-object` elements of its front, of its
/// response, and of a notice's own words.
final class Relations {

    private Relations() {}

    static List<Relation> of(Element article, Element meta) {
        String articleType = article.attribute("article-type");
        Stream<Element> inFront = meta.descendants("related-article", "related-object");
        // Only a notice names in its words what it is about; elsewhere such a link is a citation.
        Stream<Element> inBody = isNotice(articleType)
                ? article.elements("body").flatMap(body -> body.descendants("related-article", "related-object"))
                : Stream.empty();
        List<Relation> relations = Stream.concat(inFront, inBody)
                .map(related -> relation(related, articleType))
                .filter(relation -> !relation.other().aliases().isEmpty()
                        || !relation.citation().isEmpty())
                .distinct()
                .toList();
        return relations.stream().allMatch(relation -> relation.kind() == Kind.OTHER)
                ? relations.stream()
                        .map(relation -> inferred(relation, articleType))
                        .toList()
                : relations;
    }

    private static Relation relation(Element related, String articleType) {
        Kind kind = kind(related.attribute("related-article-type"), articleType);
        return new Relation(kind, PublishedIds.ofOther(related), citation(related));
    }

    /// A notice that names the kind of none of its links ("companion") is about what it links to.
    private static Relation inferred(Relation relation, String articleType) {
        return new Relation(ofNotice(articleType), relation.other(), relation.citation());
    }

    /// JATS' suggested values, PMC's and the publishers' own.
    static Kind kind(String type, String articleType) {
        return switch (type) {
            case "retracted-article" -> Kind.RETRACTION_OF;
            case "retraction-forward", "retraction" -> isNotice(articleType) ? Kind.RETRACTION_OF : Kind.RETRACTION_IN;
            case "partially-retracted-article", "partial-retraction-of" -> Kind.PARTIAL_RETRACTION_OF;
            case "partial-retraction" ->
                isNotice(articleType) ? Kind.PARTIAL_RETRACTION_OF : Kind.PARTIAL_RETRACTION_IN;
            case "partial-retraction-forward" -> Kind.PARTIAL_RETRACTION_IN;
            case "object-of-concern", "concern-article" -> Kind.EXPRESSION_OF_CONCERN_FOR;
            case "expression-of-concern", "concern-forward", "expression-of-concern-forward", "concern" ->
                isNotice(articleType) ? Kind.EXPRESSION_OF_CONCERN_FOR : Kind.EXPRESSION_OF_CONCERN_IN;
            case "corrected-article", "addended-article" -> Kind.ERRATUM_FOR;
            case "correction-forward", "correction", "erratum", "addendum" ->
                isNotice(articleType) ? Kind.ERRATUM_FOR : Kind.ERRATUM_IN;
            case "republished-article", "republication" -> Kind.CORRECTED_AND_REPUBLISHED_FROM;
            case "republication-forward" -> Kind.CORRECTED_AND_REPUBLISHED_IN;
            case "updated-article", "update-of" -> Kind.UPDATE_OF;
            case "update", "update-forward", "update-in" -> Kind.UPDATE_IN;
            case "commentary-article", "letter-article", "peer-reviewed-article", "reviewed-article" -> Kind.COMMENT_ON;
            case "commentary", "letter", "letter-reply", "reply" -> Kind.COMMENT_IN;
            case "preprint" -> Kind.PREPRINT;
            case "published-article", "version-of-record", "journal-article", "published" -> Kind.PUBLISHED_VERSION;
            default -> Kind.OTHER;
        };
    }

    private static boolean isNotice(String articleType) {
        return ofNotice(articleType) != Kind.OTHER;
    }

    private static Kind ofNotice(String articleType) {
        return switch (articleType) {
            case "retraction" -> Kind.RETRACTION_OF;
            case "partial-retraction" -> Kind.PARTIAL_RETRACTION_OF;
            case "correction", "addendum", "erratum" -> Kind.ERRATUM_FOR;
            case "expression-of-concern" -> Kind.EXPRESSION_OF_CONCERN_FOR;
            default -> Kind.OTHER;
        };
    }

    private static String citation(Element related) {
        String words = References.words(related);
        if (!words.isEmpty()) {
            return words;
        }
        return Stream.of("journal-id", "vol", "issue", "page")
                .map(related::attribute)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
