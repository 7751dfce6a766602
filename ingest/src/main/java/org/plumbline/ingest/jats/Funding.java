package org.plumbline.ingest.jats;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Grant;
import org.plumbline.ingest.jats.tree.Element;

/// Reads who paid for the work: one grant for each number and funder of an award; a funder without a number is one
/// too.
/// Old archiving DTDs name them `contract-num` and `contract-sponsor`.
final class Funding {

    private Funding() {}

    static List<Grant> grants(Element meta) {
        List<Grant> grants = new ArrayList<>();
        meta.elements("funding-group")
                .flatMap(group -> group.elements("award-group"))
                .forEach(award -> addAll(
                        award.elements("award-id").toList(),
                        award.elements("funding-source", "support-source").toList(),
                        grants));
        addAll(
                meta.descendants("contract-num", "grant-num").toList(),
                meta.descendants("contract-sponsor", "grant-sponsor").toList(),
                grants);
        return grants.stream().distinct().toList();
    }

    private static void addAll(List<Element> numbers, List<Element> sources, List<Grant> grants) {
        List<Element> funders = sources.isEmpty() ? List.of(Element.empty("none")) : sources;
        for (Element funder : funders) {
            String name = name(funder);
            if (numbers.isEmpty() && !name.isEmpty()) {
                grants.add(new Grant("", name, funder.attribute("country")));
            }
            numbers.forEach(number -> grants.add(new Grant(number.words(), name, funder.attribute("country"))));
        }
    }

    private static String name(Element funder) {
        String institution = funder.wordsOf("institution-wrap", "institution");
        return institution.isEmpty() ? funder.words() : institution;
    }
}
