package org.plumbline.index.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plumbline.citations.Article;
import org.plumbline.citations.Term;
import org.plumbline.index.mesh.MeshDescriptor;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Topic;

/// What headings and publication types mean, by a plain look at every descriptor.
final class PlainHeadings {

    private final List<MeshDescriptor> mesh;
    private final Map<String, Set<String>> meant = new HashMap<>();

    PlainHeadings(List<MeshDescriptor> mesh) {
        this.mesh = mesh;
    }

    static boolean has(Term term, Expression.Subheading wanted) {
        return term.name().contains("/")
                && family(wanted.name(), wanted.narrower())
                        .contains(PlainWords.letters(term.name().split("/", 2)[1]));
    }

    boolean has(Term term, Expression.Heading heading) {
        if (heading.major() == Topic.MAJOR && !term.major()) {
            return false;
        }
        String[] parts = term.name().split("/", 2);
        boolean qualified = heading.qualifier().isEmpty()
                || (parts.length == 2
                        && family(heading.qualifier(), heading.narrower()).contains(PlainWords.letters(parts[1])));
        if (heading.truncated()) {
            return qualified && PlainWords.letters(parts[0]).startsWith(PlainWords.letters(heading.name()));
        }
        return qualified
                && (meant(heading.name(), heading.narrower()).contains(PlainWords.letters(parts[0]))
                        || meant(heading.name(), heading.narrower()).contains(PlainWords.letters(term.id())));
    }

    /// The subheadings that one stands for.
    private static Set<String> family(String name, Narrower narrower) {
        return narrower == Narrower.TOO && name.equals("therapeutic use")
                ? Set.of("therapeuticuse", "administrationanddosage", "adverseeffects", "poisoning")
                : Set.of(PlainWords.letters(name));
    }

    boolean isOneOf(String name, Expression.Type type) {
        return type.truncated()
                ? name.startsWith(PlainWords.letters(type.name()))
                : meant(type.name(), type.narrower()).contains(name);
    }

    private Set<String> meant(String name, Narrower narrower) {
        return meant.computeIfAbsent(name + narrower, _ -> readMeant(name, narrower));
    }

    /// The names and ids of a heading and of all whose tree numbers begin with one of its own.
    private Set<String> readMeant(String name, Narrower narrower) {
        Set<String> names = new TreeSet<>(Set.of(PlainWords.letters(name)));
        for (MeshDescriptor heading : mesh) {
            boolean called = PlainWords.letters(heading.name()).equals(PlainWords.letters(name))
                    || heading.entryTerms().stream()
                            .anyMatch(term -> PlainWords.letters(term).equals(PlainWords.letters(name)));
            if (called) {
                names.addAll(Set.of(PlainWords.letters(heading.name()), PlainWords.letters(heading.id())));
            }
            if (called && narrower == Narrower.TOO) {
                mesh.stream().filter(one -> isBelow(one, heading)).forEach(one -> {
                    names.add(PlainWords.letters(one.name()));
                    names.add(PlainWords.letters(one.id()));
                });
            }
        }
        return names;
    }

    private static boolean isBelow(MeshDescriptor one, MeshDescriptor heading) {
        return one.trees().stream()
                .anyMatch(tree -> heading.trees().stream().anyMatch(above -> tree.startsWith(above + ".")));
    }

    /// The names and ids of an article's publication types.
    static Stream<String> types(Article article) {
        return Stream.concat(
                        article.publicationTypes().stream().flatMap(type -> Stream.of(type.name(), type.id())),
                        article.articleTypes().stream())
                .filter(name -> !name.isEmpty())
                .map(PlainWords::letters);
    }
}
