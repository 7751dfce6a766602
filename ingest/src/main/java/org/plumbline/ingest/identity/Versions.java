package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Relation.Kind;

/// Links a preprint and its published article to each other, whichever of the two said it.
final class Versions {

    private Versions() {}

    /// The article's relations: its records' own, where the update of a preprint is its published version and the
    /// update of a known preprint names the preprint; and what the other version's records say of it.
    ///
    /// @param said what is said of the article
    /// @param preprint whether it is one
    static List<Relation> linked(List<Relation> own, List<IntegrityEvent> said, boolean preprint) {
        List<Relation> preprints = new ArrayList<>(ofKind(Kind.PREPRINT, own));
        said.stream()
                .filter(event -> event.kind() == IntegrityEvent.Kind.PREPRINT)
                .forEach(event -> addNew(Kind.PREPRINT, event, preprints));
        List<Relation> published = new ArrayList<>(ofKind(Kind.PUBLISHED_VERSION, own));
        if (preprint) {
            ofKind(Kind.UPDATE_IN, own).forEach(update -> published.add(as(Kind.PUBLISHED_VERSION, update)));
            said.stream()
                    .filter(event -> event.kind() == IntegrityEvent.Kind.UPDATE)
                    .forEach(event -> addNew(Kind.PUBLISHED_VERSION, event, published));
        }
        Stream<Relation> others = own.stream().filter(relation -> !isReplaced(relation, preprints, preprint));
        return Stream.of(others, preprints.stream(), published.stream())
                .flatMap(relations -> relations)
                .distinct()
                .toList();
    }

    private static boolean isReplaced(Relation relation, List<Relation> preprints, boolean preprint) {
        return switch (relation.kind()) {
            case PREPRINT, PUBLISHED_VERSION -> true;
            case UPDATE_IN -> preprint;
            case UPDATE_OF -> preprints.stream().anyMatch(each -> meet(each.other(), relation.other()));
            default -> false;
        };
    }

    private static List<Relation> ofKind(Kind kind, List<Relation> relations) {
        return relations.stream().filter(relation -> relation.kind() == kind).toList();
    }

    private static Relation as(Kind kind, Relation relation) {
        return new Relation(kind, relation.other(), relation.citation(), relation.date());
    }

    private static void addNew(Kind kind, IntegrityEvent event, List<Relation> relations) {
        boolean known = relations.stream().anyMatch(relation -> meet(relation.other(), event.notice()));
        if (!known && !event.notice().aliases().isEmpty()) {
            relations.add(new Relation(kind, event.notice(), "", event.date()));
        }
    }

    private static boolean meet(ArticleIds one, ArticleIds other) {
        return one.aliases().stream().anyMatch(other.aliases()::contains);
    }
}
