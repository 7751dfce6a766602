package org.plumbline.ingest.crossref;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Relation.Kind;

/// What a work says of others: `update-to` (the work is a notice), `updated-by` (notices of the work) and the
/// `relation`s between versions. Types are Crossref's
/// (www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates) and
/// those that came with Retraction Watch's data.
final class Updates {

    private Updates() {}

    static List<Relation> relations(JsonNode work, String doi) {
        List<Relation> relations = new ArrayList<>();
        for (JsonNode update : work.path("update-to")) {
            relations.add(relation(update, doi, true));
        }
        for (JsonNode update : work.path("updated-by")) {
            relations.add(relation(update, doi, false));
        }
        work.path("relation")
                .forEachEntry((name, others) -> findVersion(name)
                        .ifPresent(kind -> others.forEach(other -> addVersion(kind, other, doi, relations))));
        return relations.stream().distinct().toList();
    }

    /// A work that names itself was replaced by its notice: it says so of itself.
    private static Relation relation(JsonNode update, String doi, boolean isNotice) {
        String type = update.path("type").asText(update.path("label").asText(""));
        String label = update.path("label").asText(type);
        ArticleIds other = new ArticleIds(null, null, update.path("DOI").asText(""));
        boolean itself = doi.equals(other.doi());
        Kind of = ofAnother(type, label);
        @Nullable PublicationDate date = Work.findDate(update.path("updated")).orElse(null);
        String source = update.path("source").asText("");
        String words = source.isEmpty() || source.equals("publisher") ? label : label + " (" + source + ")";
        return new Relation(isNotice && !itself ? of : inverse(of), itself ? ArticleIds.NONE : other, words, date);
    }

    private static void addVersion(Kind kind, JsonNode other, String doi, List<Relation> relations) {
        ArticleIds ids = other.path("id-type").asText("").equals("doi")
                ? new ArticleIds(null, null, other.path("id").asText(""))
                : ArticleIds.NONE;
        if (ids.doi() != null && !ids.doi().equals(doi)) {
            relations.add(new Relation(kind, ids, ""));
        }
    }

    private static Optional<Kind> findVersion(String name) {
        return switch (name) {
            case "is-preprint-of" -> Optional.of(Kind.PUBLISHED_VERSION);
            case "has-preprint" -> Optional.of(Kind.PREPRINT);
            case "is-replaced-by" -> Optional.of(Kind.UPDATE_IN);
            case "replaces" -> Optional.of(Kind.UPDATE_OF);
            default -> Optional.empty();
        };
    }

    /// What a notice of this type does to its target; OTHER where nobody knows.
    private static Kind ofAnother(String type, String label) {
        boolean replaced = label.toLowerCase(Locale.ROOT).contains("replace")
                || label.toLowerCase(Locale.ROOT).contains("republi");
        return switch (type.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_")) {
            case "retraction", "withdrawal", "removal", "retracted", "withdrawn" ->
                replaced ? Kind.RETRACTED_AND_REPUBLISHED_FROM : Kind.RETRACTION_OF;
            case "retraction_and_replacement", "retract_and_replace" -> Kind.RETRACTED_AND_REPUBLISHED_FROM;
            case "partial_retraction" -> Kind.PARTIAL_RETRACTION_OF;
            case "expression_of_concern", "concern" -> Kind.EXPRESSION_OF_CONCERN_FOR;
            case "correction", "erratum", "corrigendum", "addendum", "clarification" -> Kind.ERRATUM_FOR;
            case "corrected_and_republished" -> Kind.CORRECTED_AND_REPUBLISHED_FROM;
            case "reinstatement" -> Kind.REINSTATEMENT_OF;
            case "new_version", "new_edition" -> Kind.UPDATE_OF;
            default -> Kind.OTHER;
        };
    }

    private static Kind inverse(Kind of) {
        return switch (of) {
            case RETRACTION_OF -> Kind.RETRACTION_IN;
            case RETRACTED_AND_REPUBLISHED_FROM -> Kind.RETRACTED_AND_REPUBLISHED_IN;
            case PARTIAL_RETRACTION_OF -> Kind.PARTIAL_RETRACTION_IN;
            case EXPRESSION_OF_CONCERN_FOR -> Kind.EXPRESSION_OF_CONCERN_IN;
            case ERRATUM_FOR -> Kind.ERRATUM_IN;
            case CORRECTED_AND_REPUBLISHED_FROM -> Kind.CORRECTED_AND_REPUBLISHED_IN;
            case REINSTATEMENT_OF -> Kind.REINSTATEMENT_IN;
            case UPDATE_OF -> Kind.UPDATE_IN;
            default -> Kind.OTHER;
        };
    }
}
