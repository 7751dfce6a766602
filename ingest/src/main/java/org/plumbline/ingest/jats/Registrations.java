package org.plumbline.ingest.jats;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.ingest.jats.tree.Element;

/// Finds the trial registration numbers that name the study an article reports: in its title and abstract, in the
/// links
/// and keywords of its front, and under a heading about registration. Only where these have none, a single number
/// in the
/// methods is taken; several there may be other people's trials. The rest of the body cites trials freely and is not
/// read.
final class Registrations {

    private static final Pattern NUMBER = Pattern.compile(
            "\\bNCT ?0\\d{7}\\b"
                    + "|\\bISRCTN ?:? ?\\d{8}\\b"
                    + "|\\bEudraCT(?: (?:number|no\\.?|nr\\.?))?[ :#]*\\d{4}-\\d{6}-\\d{2}\\b"
                    + "|\\bACTRN ?:? ?\\d{14}p?\\b"
                    + "|\\bChiCTR(?:-[A-Z]{2,5})?-?\\d{8,10}\\b"
                    + "|\\bDRKS ?\\d{8}\\b"
                    + "|\\bUMIN(?:-CTR)?[ :]*\\d{9}\\b"
                    + "|\\bjRCTs?\\d{9,10}\\b"
                    + "|\\bJapicCTI-\\d{6}\\b"
                    + "|\\bCTRI/\\d{4}/\\d{2,3}/\\d{6}\\b"
                    + "|\\bIRCT ?\\d{8,14}N\\d{1,3}\\b"
                    + "|\\bKCT ?\\d{7}\\b"
                    + "|\\bPACTR ?\\d{15,16}\\b"
                    + "|\\bTCTR ?\\d{11}\\b"
                    + "|\\bSLCTR/\\d{4}/\\d{3}\\b"
                    + "|\\bRBR-[0-9a-z]{6,8}\\b"
                    + "|\\bNTR ?\\d{3,4}\\b",
            Pattern.CASE_INSENSITIVE);

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
        Matcher matcher = NUMBER.matcher(words);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(written(matcher.group()));
        }
        numbers.addAll(found);
    }

    /// As registries write it: without spaces and colons, NCT in capitals, a EudraCT number without its name's
    /// filler.
    private static String written(String found) {
        String upper = found.toUpperCase(Locale.ROOT);
        if (upper.startsWith("EUDRACT")) {
            return "EudraCT " + found.substring(found.length() - "2000-000000-00".length());
        }
        boolean capitals = upper.startsWith("NCT") || upper.startsWith("ISRCTN") || upper.startsWith("ACTRN");
        return (capitals ? upper : found).replaceAll("[ :]", "");
    }
}
