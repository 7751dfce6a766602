package org.plumbline.research.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.research.report.Basis;
import org.plumbline.research.report.Computed;
import org.plumbline.research.report.Methods;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Report;

/// How the report came about: methods, limits, the ledger of claims, and what is needed to make it again.
final class Appendix {

    private final Report report;
    private final Citations citations;

    Appendix(Report report, Citations citations) {
        this.report = report;
        this.citations = citations;
    }

    Html methods() {
        Methods methods = report.methods();
        FlowPicture flow = new FlowPicture(methods.flow());
        List<Html> pieces = new ArrayList<>();
        pieces.add(Html.tag("h2", "Methods"));
        pieces.add(Html.tag(
                "p",
                "Searched: a collection of " + Phrases.counted(report.basis().articles(), "article", "articles")
                        + ", standing of the articles as of " + report.basis().standingAsOf() + "."));
        if (!methods.subQuestions().isEmpty()) {
            pieces.add(Html.tag("h3", "Questions searched"));
            pieces.add(Html.tag("ol", methods.subQuestions().stream().map(words -> Html.tag("li", words))));
        }
        pieces.add(Html.tag("h3", "Searches, exactly as run"));
        pieces.add(searches());
        if (!methods.unknownWords().isEmpty()) {
            pieces.add(Html.tag(
                    "p",
                    "Words that no article in the collection has: " + String.join(", ", methods.unknownWords()) + "."));
        }
        pieces.add(Html.tag("h3", "How sentences were chosen"));
        pieces.add(Html.tag("p", methods.selectionRule()));
        pieces.add(Html.tag("h3", "Flow of articles"));
        pieces.add(flow.figure());
        pieces.add(flow.table());
        return Html.tag("section", pieces.stream()).with("id", "methods");
    }

    private Html searches() {
        Table table = new Table("Searches", "Search", "Filter", "Articles matched");
        for (Methods.Search search : report.methods().searches()) {
            table.add(
                    Html.row(Html.tag("span", search.subQuestion()).as("source"), Html.tag("code", search.query())),
                    search.filter().isEmpty() ? Html.text("none") : Html.tag("code", search.filter()),
                    Html.text(Phrases.number(search.matched())));
        }
        return table.html();
    }

    Html limitations() {
        return Html.tag(
                        "section",
                        Html.tag("h2", "Limits of this report"),
                        Html.tag("ul", report.limitations().stream().map(limit -> Html.tag("li", limit.words()))))
                .with("id", "limits");
    }

    Html ledger() {
        if (report.ledger().isEmpty()) {
            return Html.text("");
        }
        return Html.tag(
                        "section",
                        Stream.concat(
                                Stream.of(
                                        Html.tag("h2", "Ledger of claims"),
                                        Html.tag(
                                                "p",
                                                "Every quote in this report, in its context, with what was checked.")),
                                report.ledger().stream().map(citations::ledgerEntry)))
                .with("id", "ledger");
    }

    Html reproducibility() {
        Basis basis = report.basis();
        List<Html> rows = new ArrayList<>();
        pair(rows, "Report", report.id());
        pair(rows, "Software", basis.software());
        pair(rows, "Snapshot", basis.snapshotId());
        pair(rows, "Content of the snapshot", basis.contentDigest());
        pair(rows, "Passages", Phrases.number(basis.passages()));
        pair(rows, "Corpus version", String.valueOf(basis.corpusVersion()));
        pair(rows, "Content of the corpus", basis.corpusDigest());
        pair(rows, "Standing as of", basis.standingAsOf());
        basis.steps().forEach(step -> pair(rows, step.name(), step.sha256()));
        return Html.tag(
                        "section",
                        Html.tag("h2", "To make this report again"),
                        Html.tag("dl", rows.stream()).as("pairs digests"),
                        counts())
                .with("id", "again");
    }

    private static void pair(List<Html> rows, String name, String value) {
        rows.add(Html.tag("dt", name));
        rows.add(Html.tag("dd", Html.tag("code", value)));
    }

    private Html counts() {
        Table table = new Table("What was counted, and over what", "Statement", "Counted", "Result", "Over");
        report.statements().forEach(statement -> {
            if (statement instanceof Computed computed) {
                table.add(
                        Html.text(computed.sentence()),
                        Html.text(computed.formula().words()),
                        Html.tag("code", computed.value()),
                        Html.tag("code", String.join(" ", computed.inputs())));
            }
        });
        return table.isEmpty() ? Html.text("") : table.html();
    }
}
