package org.plumbline.research.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.text.Span;
import org.plumbline.research.report.Direction;
import org.plumbline.research.report.Directions;
import org.plumbline.research.report.EvidenceRow;
import org.plumbline.research.report.Finding;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Reference;
import org.plumbline.research.report.Report;

/// What the studies say, outcome by outcome, and where they differ.
final class Findings {

    private final Report report;
    private final Citations citations;

    Findings(Report report, Citations citations) {
        this.report = report;
        this.citations = citations;
    }

    Html section() {
        if (report.findings().isEmpty()) {
            return Html.text("");
        }
        return Html.tag(
                        "section",
                        Stream.concat(
                                Stream.of(Html.tag("h2", "Findings by outcome"), new DirectionPlot(report).figure()),
                                report.findings().stream().map(this::finding)))
                .with("id", "findings");
    }

    private Html finding(Finding finding) {
        Table table = new Table(
                "Results on " + finding.outcome() + ", as quoted", "Study", "Participants", "Result", "Direction");
        finding.rows().stream().map(report::row).forEach(row -> table.add(cells(row)));
        return Html.tag(
                "section",
                Html.tag("h3", finding.outcome()),
                Html.tag("ul", finding.counts().stream().map(count -> Html.tag("li", Summary.computed(count))))
                        .as("statements"),
                table.html());
    }

    private Html[] cells(EvidenceRow row) {
        Reference reference = report.reference(row.reference());
        return new Html[] {
            Html.row(
                    Html.text(reference.shortName() + "\u00A0"),
                    citations.mark(row.claimId()),
                    Html.tag("span", reference.design().kind().words()).as("source"),
                    Html.text(" "),
                    Badges.of(reference)),
            participants(row),
            Html.row(
                    figures(row),
                    citations.words(
                            row.claimId(),
                            Stream.of(row.effects(), row.intervals(), row.pValues())
                                    .flatMap(List::stream)
                                    .toList())),
            direction(row.direction())
        };
    }

    private Html participants(EvidenceRow row) {
        EvidenceRow.SampleSize size = row.sampleSize();
        return size == null
                ? Html.text("not found")
                : Html.row(
                        Html.text(Phrases.participants(size, report.claim(size.claimId())) + "\u00A0"),
                        size.claimId().equals(row.claimId()) ? Html.text("") : citations.mark(size.claimId()));
    }

    private Html figures(EvidenceRow row) {
        String wording = report.claim(row.claimId()).wording();
        List<String> figures = new ArrayList<>();
        for (List<Span> spans : List.of(row.effects(), row.intervals(), row.pValues())) {
            if (!spans.isEmpty()) {
                figures.add(Phrases.words(spans, wording));
            }
        }
        return figures.isEmpty()
                ? Html.text("")
                : Html.tag("span", String.join(" \u00B7 ", figures)).as("figures");
    }

    private static Html direction(@Nullable Direction direction) {
        if (direction == null) {
            return Html.text(Phrases.SEE_QUOTE);
        }
        return Html.row(
                Html.tag("span", direction.sign().arrow()).as("arrow").with("aria-hidden", "true"),
                Html.text(" " + direction.sign().words()),
                direction.confidence() == null
                        ? Html.tag("span", " from the figures").as("source")
                        : Html.text(""));
    }

    /// The outcomes on which studies point opposite ways, then those on which only some found a difference.
    Html differences() {
        List<Html> differing = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Directions directions = Directions.of(rows(finding));
            if (!finding.hasDirections()) {
                continue;
            }
            if (directions.disagree()) {
                differing.add(difference(finding, "Opposite directions: some studies found lower, others higher."));
            } else if (directions.mixed()) {
                differing.add(difference(
                        finding,
                        "Mixed: some studies found a difference, others no clear one. A study without"
                                + " a clear difference may have been too small to show one; it does not by itself contradict the"
                                + " others."));
            }
        }
        Html body = differing.isEmpty()
                ? Html.tag("p", "No outcome has studies whose quoted results clearly differ in direction.")
                : Html.row(differing.stream());
        return Html.tag("section", Html.tag("h2", "Where studies differ"), body).with("id", "differences");
    }

    private Html difference(Finding finding, String how) {
        Table table = new Table("Studies by direction of result on " + finding.outcome(), "Direction", "Studies");
        for (Direction.Sign sign : Direction.Sign.values()) {
            List<EvidenceRow> rows = rows(finding).stream()
                    .filter(row -> row.direction() != null && row.direction().sign() == sign)
                    .toList();
            if (!rows.isEmpty()) {
                table.add(
                        Html.text(sign.arrow() + " " + sign.words()),
                        Html.tag("ul", rows.stream().map(row -> Html.tag("li", who(row))))
                                .as("bare"));
            }
        }
        return Html.row(Html.tag("h3", finding.outcome()), Html.tag("p", how), table.html());
    }

    private Html who(EvidenceRow row) {
        Reference reference = report.reference(row.reference());
        EvidenceRow.SampleSize size = row.sampleSize();
        return Html.row(
                Html.text(reference.shortName() + ", "
                        + reference.design().kind().words() + ", "
                        + (size == null ? "size not found" : Phrases.number(size.n()) + " participants") + "\u00A0"),
                citations.mark(row.claimId()));
    }

    private List<EvidenceRow> rows(Finding finding) {
        return finding.rows().stream().map(report::row).toList();
    }
}
