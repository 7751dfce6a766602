package org.plumbline.ingest.jats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.citations.Author;
import org.plumbline.ingest.jats.tree.Element;
import org.plumbline.ingest.jats.tree.Node;

/// Reads who wrote an article: persons and groups in the order of the title page; editors, and the members of a
/// group, are not authors.
final class Contributors {

    /// What stands before a group's name on the title page and is no part of it.
    private static final Pattern ON_BEHALF = Pattern.compile("(?i)^(?:(?:and|for|on behalf of)\\s+)+(?:the\\s+)?");

    private Contributors() {}

    static List<Author> authors(Element meta) {
        return meta.elements("contrib-group")
                .filter(group -> !group.attribute("content-type").contains("editor"))
                .flatMap(Contributors::ofGroup)
                .toList();
    }

    private static Stream<Author> ofGroup(Element group) {
        return group.elements("contrib", "collab", "collab-alternatives", "on-behalf-of")
                .flatMap(element -> element.is("contrib") ? ofContributor(element) : ofCollective(element).stream());
    }

    private static Stream<Author> ofContributor(Element contributor) {
        String type = contributor.attribute("contrib-type").toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !type.contains("author") && !type.equals("collab") && !type.equals("group")) {
            return Stream.empty();
        }
        Optional<Author> person = contributor
                .find("name")
                .or(() -> contributor.find("name-alternatives", "name"))
                .or(() -> contributor.find("string-name"))
                .or(() -> contributor.find("name-alternatives", "string-name"))
                .map(Contributors::person);
        Stream<Author> groups = contributor
                .elements("collab", "collab-alternatives", "on-behalf-of")
                .flatMap(collective -> ofCollective(collective).stream());
        Stream<Author> anonymous = contributor.elements("anonymous").map(nobody -> Author.group("Anonymous"));
        return Stream.of(person.stream(), groups, anonymous).flatMap(authors -> authors);
    }

    private static Author person(Element name) {
        String family = name.wordsOf("surname");
        String given = name.wordsOf("given-names");
        if (family.isEmpty() && given.isEmpty()) {
            return Author.group(name.words());
        }
        String initials = name.find("given-names")
                .map(element -> element.attribute("initials"))
                .orElse("");
        return new Author(
                family.isEmpty() ? given : family,
                family.isEmpty() ? "" : given,
                family.isEmpty() ? "" : initials.isEmpty() ? initialsOf(given) : initials.replaceAll("[. ]", ""),
                name.wordsOf("suffix"),
                "");
    }

    /// The first letters of the given names, as NLM abbreviates them: "Julie-Anne M." becomes "JAM".
    private static String initialsOf(String given) {
        if (given.matches("\\p{Lu}{2,3}")) {
            return given;
        }
        return Stream.of(given.split("[\\s.\\-\u2010\u2011]+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .map(word -> Character.toString(Character.toUpperCase(word.codePointAt(0))))
                .collect(Collectors.joining());
    }

    private static Optional<Author> ofCollective(Element collective) {
        Element named = collective.find("collab").orElse(collective);
        List<Node> nameOnly = named.children().stream()
                .filter(child -> !(child instanceof Element element
                        && element.is("contrib-group", "contrib", "xref", "email", "aff", "address", "author-comment")))
                .toList();
        String name = ON_BEHALF
                .matcher(new Element("collab", named.attributes(), nameOnly).words())
                .replaceFirst("");
        return name.isEmpty() ? Optional.empty() : Optional.of(Author.group(name));
    }
}
