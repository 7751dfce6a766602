package org.plumbline.ingest.jats;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.ingest.jats.tree.Element;
import org.plumbline.ingest.text.RegistryNumbers;

/// Finds the trial registration numbers that name the study an article reports: in its title and abstract, in the
/// links and keywords of its front, and under a heading about registration. Only where these have none, a single
/// number in the methods is taken; several there may be other people's trials. The rest of the body cites trials
/// freely and is not read.
final class Registrations {

    /// The digits on end that every registry's numbers have, but for those with these beginnings.
    private static final int DIGITS = 6;

    private static final List<String> SHORT_NUMBERED = List.of("NTR", "RBR-", "LCTR/");

    private Registrations() {}

    static List<String> in(Element meta, List<Section> sections) {
        Set<String> numbers = new LinkedHashSet<>();
        Stream<String> front = meta.elements("kwd-group", "custom-meta-group", "trans-abstract")
                .map(Element::words);
        Stream<String> links =
                meta.elements("abstract", "ext-link", "related-object").flatMap(Registrations::addresses);
        sections.stream().filter(Registrations::isOwn).map(Section::content).forEach(words -> addAll(words, numbers));
        Stream.concat(front, links).forEach(words -> addAll(words, numbers));
        if (numbers.isEmpty()) {
            addOnlyOneOf(sections, numbers);
        }
        return List.copyOf(numbers);
    }

    private static boolean isOwn(Section section) {
        return section.part() == Part.TITLE || section.part() == Part.ABSTRACT || section.role() == Role.REGISTRATION;
    }

    private static Stream<String> addresses(Element element) {
        return Stream.concat(
                Stream.of(element.attribute("href"), element.attribute("document-id"), element.attribute("object-id")),
                element.elements().flatMap(Registrations::addresses));
    }

    private static void addOnlyOneOf(List<Section> sections, Set<String> numbers) {
        Set<String> inMethods = new LinkedHashSet<>();
        sections.stream()
                .filter(section -> section.part() == Part.BODY && section.role() == Role.METHODS)
                .forEach(section -> addAll(section.content(), inMethods));
        if (inMethods.size() == 1) {
            numbers.addAll(inMethods);
        }
    }

    private static void addAll(String words, Set<String> numbers) {
        words.lines()
                .filter(line -> hasDigits(line) || SHORT_NUMBERED.stream().anyMatch(line::contains))
                .map(RegistryNumbers::in)
                .forEach(numbers::addAll);
    }

    /// Most words need no closer look.
    private static boolean hasDigits(String line) {
        int run = 0;
        for (int i = 0; i < line.length() && run < DIGITS; i++) {
            char character = line.charAt(i);
            run = character >= '0' && character <= '9' ? run + 1 : 0;
        }
        return run == DIGITS;
    }
}
