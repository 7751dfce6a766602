package org.plumbline.research.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Standing;
import org.plumbline.research.report.EvidenceRow;
import org.plumbline.research.report.Excluded;
import org.plumbline.research.report.NearMiss;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Reference;
import org.plumbline.research.report.Report;

/// The articles: the studies' characteristics, the reference list, what was left out, what came near.
final class Sources {

    private final Report report;
    private final Citations citations;

    Sources(Report report, Citations citations) {
        this.report = report;
        this.citations = citations;
    }

    Html studies() {
        Table table = new Table(
                "Studies and articles",
                "Article",
                "Design, and what says so",
                "Participants",
                "Study",
                "Read",
                "Standing");
        for (Reference reference : report.references()) {
            table.add(
                    Html.row(
                            Html.text(reference.shortName() + "\u00A0"),
                            Html.tag("a", "[" + reference.number() + "]")
                                    .with("href", "#reference-" + reference.number())),
                    Html.row(
                            Html.text(reference.design().kind().words()),
                            Html.tag("span", reference.design().signal()).as("source")),
                    size(reference),
                    Html.text(
                            reference.studyIds().isEmpty()
                                    ? "no registry number"
                                    : String.join(", ", reference.studyIds())),
                    Html.text(reference.access().words()),
                    Html.text(Phrases.standing(reference.standing())));
        }
        return Html.tag("section", Html.tag("h2", "The studies"), table.html(), shared())
                .with("id", "studies");
    }

    private Html size(Reference reference) {
        return report.evidence().stream()
                .filter(row -> row.reference() == reference.number())
                .map(EvidenceRow::sampleSize)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(size -> Html.row(Html.text(Phrases.number(size.n()) + "\u00A0"), citations.mark(size.claimId())))
                .orElse(Html.text("not found"));
    }

    private Html shared() {
        return Html.row(report.sharedStudies().stream()
                .map(shared -> Html.tag(
                        "p",
                        Html.text("References "),
                        Badges.separated(shared.references().stream()
                                .<Html>map(number ->
                                        Html.tag("a", String.valueOf(number)).with("href", "#reference-" + number))
                                .toList()),
                        Html.text(" report one study (" + shared.studyId() + "), which is counted once."))));
    }

    Html references() {
        return Html.tag(
                        "section",
                        Html.tag("h2", "References"),
                        Html.tag("ol", report.references().stream().map(Sources::reference))
                                .as("references"))
                .with("id", "references");
    }

    private static Html reference(Reference reference) {
        List<Html> pieces = new ArrayList<>();
        pieces.add(Html.tag("p", reference.vancouver()));
        pieces.add(Html.tag(
                "p", Badges.of(reference), Html.text(" "), Badges.links(reference.ids(), reference.vancouver())));
        pieces.add(events(reference.events()));
        pieces.add(Html.tag("p", facts(reference)).as("facts"));
        return Html.tag("li", pieces.stream())
                .with("id", "reference-" + reference.number())
                .with("value", reference.number());
    }

    private static String facts(Reference reference) {
        List<String> facts = new ArrayList<>();
        facts.add(Phrases.peerReview(reference.peerReview()));
        if (reference.standing() == Standing.NO_KNOWN_EVENT) {
            facts.add("No retraction or correction known");
        }
        facts.add(reference.license().isEmpty() ? "Licence not stated" : "Licence: " + reference.license());
        facts.add("Funding: " + stated(reference.funding()));
        facts.add("Competing interests: " + stated(reference.competingInterests()));
        return String.join(". ", facts) + ".";
    }

    private static String stated(String words) {
        if (words.isBlank()) {
            return "no statement found in what was read";
        }
        String bare = words.strip().replaceFirst("\\.$", "");
        return "\u201C" + bare + "\u201D";
    }

    private static Html events(List<IntegrityEvent> events) {
        return events.isEmpty()
                ? Html.text("")
                : Html.tag("ul", Phrases.events(events).stream().map(event -> Html.tag("li", event)))
                        .as("events");
    }

    Html excluded() {
        if (report.excluded().isEmpty()) {
            return Html.text("");
        }
        Table table = new Table("Articles left out", "Article", "Why");
        for (Excluded article : report.excluded()) {
            table.add(
                    Html.row(Html.text(article.vancouver() + " "), Badges.links(article.ids(), article.vancouver())),
                    Html.row(
                            Html.tag("strong", article.reason().words()),
                            Html.text(article.detail().isEmpty() ? "" : ": " + article.detail()),
                            events(article.events())));
        }
        return Html.tag(
                        "section",
                        Html.tag("h2", "Left out, and why"),
                        Html.tag("p", "These articles matched the question. Nothing in this report rests on them."),
                        table.html())
                .with("id", "excluded");
    }

    Html nearestMisses() {
        if (report.nearestMisses().isEmpty()) {
            return Html.text("");
        }
        return Html.tag(
                        "section",
                        Html.tag("h2", "Nearest misses"),
                        Html.tag(
                                "p",
                                "Places to look. They are no evidence on this question, and nothing is quoted from them."),
                        Html.tag("ul", report.nearestMisses().stream().map(Sources::nearMiss)))
                .with("id", "nearest");
    }

    private static Html nearMiss(NearMiss miss) {
        return Html.tag(
                "li",
                Html.tag("p", miss.vancouver()),
                Html.tag("p", Html.tag("strong", miss.lacks() + ". "), Badges.links(miss.ids(), miss.vancouver())));
    }
}
