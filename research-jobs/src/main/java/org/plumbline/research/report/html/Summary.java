package org.plumbline.research.report.html;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.research.report.Asked;
import org.plumbline.research.report.Computed;
import org.plumbline.research.report.Limitation;
import org.plumbline.research.report.Outcome;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Quoted;
import org.plumbline.research.report.Report;
import org.plumbline.research.report.Statement;

/// The first screen: the question, the bottom line, how much stands behind it, harms, and how far to trust it.
final class Summary {

    /// A count and three quotes.
    private static final int HARMS_FIRST = 4;

    private final Report report;
    private final Citations citations;

    Summary(Report report, Citations citations) {
        this.report = report;
        this.citations = citations;
    }

    Html header() {
        List<Html> pieces = new ArrayList<>();
        pieces.add(Html.tag("p", Phrases.STATUS).as("status"));
        if (report.fictional()) {
            pieces.add(Html.tag("p", Phrases.FICTIONAL).as("status fictional"));
        }
        pieces.add(Html.tag("h1", report.asked().question()));
        return Html.tag("header", pieces.stream());
    }

    Html card() {
        return report.outcome() == Outcome.NO_ELIGIBLE_EVIDENCE ? nothingFound() : bottomLine();
    }

    private Html nothingFound() {
        return section(
                Html.tag("p", Phrases.NOTHING_FOUND).as("lead"),
                Html.tag("p", String.join(" \u00B7 ", Phrases.searched(report))).as("numbers"),
                Html.tag("p", Phrases.asOf(report)).as("source"));
    }

    private Html bottomLine() {
        return section(
                Html.tag("p", String.join(" \u00B7 ", Phrases.keyNumbers(report)))
                        .as("numbers"),
                report.outcome() == Outcome.LIMITED ? Html.tag("p", Phrases.LIMITED) : Html.text(""),
                statements(report.bottomLine()),
                Html.tag("h3", "Harms"),
                report.harms().isEmpty()
                        ? Html.tag("p", Phrases.NO_HARMS)
                        : Html.row(
                                statements(report.harms().stream()
                                        .limit(HARMS_FIRST)
                                        .toList()),
                                report.harms().size() <= HARMS_FIRST
                                        ? Html.text("")
                                        : Html.tag(
                                                        "p",
                                                        Html.tag("a", "All that was found on harms")
                                                                .with("href", "#harms"))
                                                .as("jump")),
                isGraded()
                        ? Html.text("")
                        : Html.tag(
                                        "p",
                                        Html.tag("strong", "How certain? "),
                                        Html.text(Limitation.CERTAINTY_NOT_GRADED.words()))
                                .as("certainty"),
                Html.tag("p", Phrases.asOf(report)).as("source"));
    }

    private boolean isGraded() {
        return !report.limitations().contains(Limitation.CERTAINTY_NOT_GRADED);
    }

    private Html section(Html... pieces) {
        List<Html> all = new ArrayList<>();
        all.add(Html.tag(
                "h2",
                Html.text("Bottom line "),
                Html.tag("span", report.outcome().words())
                        .as("outcome " + (report.outcome() == Outcome.ANSWERED ? "found" : "thin")),
                Html.text(" "),
                isGraded() || report.outcome() == Outcome.NO_ELIGIBLE_EVIDENCE
                        ? Html.text("")
                        : Html.tag("span", "Certainty not graded").as("outcome thin")));
        all.addAll(List.of(pieces));
        return Html.tag("section", all.stream()).with("id", "bottom-line").as("card");
    }

    /// Statements as a list; a quote is set as one, a count plainly.
    Html statements(List<Statement> statements) {
        return Html.tag("ul", statements.stream().map(statement -> Html.tag("li", statement(statement))))
                .as("statements");
    }

    private Html statement(Statement statement) {
        return switch (statement) {
            case Quoted quoted -> citations.quoted(quoted.claimId());
            case Computed computed -> computed(computed);
        };
    }

    /// A count, with what was counted in its tooltip and, on paper, in the reproducibility block.
    static Html computed(Computed computed) {
        return Html.tag("span", computed.sentence())
                .as("count")
                .with("title", "Counted: " + computed.formula().words());
    }

    /// The question's parts and the limits set.
    Html question() {
        List<Html> rows = new ArrayList<>();
        for (Asked.Part part : report.asked().pico()) {
            rows.add(Html.tag("dt", part.name()));
            rows.add(Html.tag(
                    "dd",
                    Html.text(part.words() + " "),
                    Html.tag("span", part.origin().words()).as("source")));
        }
        rows.add(Html.tag("dt", "Limits"));
        rows.add(Html.tag(
                "dd",
                report.asked().limits().isEmpty()
                        ? "none set"
                        : String.join("; ", report.asked().limits())));
        return Html.tag(
                        "section",
                        Html.tag("h2", "What was asked"),
                        Html.tag("dl", rows.stream()).as("pairs"))
                .with("id", "asked");
    }
}
