package org.plumbline.research.report.markdown;

import static org.plumbline.research.report.markdown.Markdown.escaped;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.research.report.Computed;
import org.plumbline.research.report.Direction;
import org.plumbline.research.report.EvidenceRow;
import org.plumbline.research.report.Excluded;
import org.plumbline.research.report.Finding;
import org.plumbline.research.report.LedgerEntry;
import org.plumbline.research.report.Limitation;
import org.plumbline.research.report.Methods;
import org.plumbline.research.report.NextSteps;
import org.plumbline.research.report.Outcome;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Quoted;
import org.plumbline.research.report.Reference;
import org.plumbline.research.report.Report;
import org.plumbline.research.report.ShownQuote;
import org.plumbline.research.report.Statement;

/// Renders a report as Markdown, in the order of the web page. The same report gives the same bytes.
public final class MarkdownRenderer {

    /// A count and three quotes.
    private static final int HARMS_FIRST = 4;

    private final Report report;
    private final Markdown markdown = new Markdown();

    private MarkdownRenderer(Report report) {
        this.report = report;
    }

    public static String render(Report report) {
        MarkdownRenderer renderer = new MarkdownRenderer(report);
        renderer.summary();
        renderer.asked();
        if (report.outcome() != Outcome.NO_ELIGIBLE_EVIDENCE) {
            renderer.findings();
        }
        renderer.nearestMisses();
        renderer.excluded();
        renderer.methods();
        renderer.references();
        renderer.ledger();
        renderer.reproducibility();
        return renderer.markdown.page();
    }

    private void summary() {
        markdown.heading(1, report.asked().question()).block("*" + escaped(Phrases.STATUS) + "*");
        if (report.fictional()) {
            markdown.block("**" + escaped(Phrases.FICTIONAL) + "**");
        }
        markdown.heading(2, "Bottom line: " + report.outcome().words());
        if (report.outcome() == Outcome.NO_ELIGIBLE_EVIDENCE) {
            markdown.paragraph(Phrases.NOTHING_FOUND)
                    .block("**" + escaped(String.join(" \u00B7 ", Phrases.searched(report))) + "**")
                    .heading(2, "What you can do next");
            markdown.list(NextSteps.of(report).stream().map(Markdown::escaped).toList());
            return;
        }
        markdown.block("**" + escaped(String.join(" \u00B7 ", Phrases.keyNumbers(report))) + "**");
        if (report.outcome() == Outcome.LIMITED) {
            markdown.paragraph(Phrases.LIMITED);
        }
        statements(report.bottomLine());
        markdown.heading(3, "Harms");
        if (report.harms().isEmpty()) {
            markdown.paragraph(Phrases.NO_HARMS);
        } else {
            statements(report.harms().stream().limit(HARMS_FIRST).toList());
        }
        if (report.limitations().contains(Limitation.CERTAINTY_NOT_GRADED)) {
            markdown.block("**How certain?** " + escaped(Limitation.CERTAINTY_NOT_GRADED.words()));
        }
    }

    private void asked() {
        markdown.paragraph(Phrases.asOf(report));
        markdown.heading(2, "What was asked");
        List<String> entries = new ArrayList<>();
        report.asked()
                .pico()
                .forEach(part -> entries.add(escaped(part.name() + ": " + part.words()) + " ("
                        + part.origin().words() + ")"));
        entries.add("Limits: "
                + (report.asked().limits().isEmpty()
                        ? "none set"
                        : escaped(String.join("; ", report.asked().limits()))));
        markdown.list(entries);
    }

    private void findings() {
        markdown.heading(2, "Findings by outcome");
        for (Finding finding : report.findings()) {
            markdown.heading(3, finding.outcome());
            markdown.list(finding.counts().stream()
                    .map(count -> escaped(count.sentence()))
                    .toList());
            markdown.table(
                    List.of("Study", "Design", "Participants", "Result, as quoted", "Direction"),
                    finding.rows().stream().map(id -> cells(report.row(id))).toList());
        }
        if (!report.conclusions().isEmpty()) {
            markdown.heading(2, "What the authors conclude");
            statements(report.conclusions());
        }
        if (report.harms().size() > HARMS_FIRST) {
            markdown.heading(2, "Harms");
            statements(report.harms());
        }
        report.sharedStudies()
                .forEach(shared -> markdown.paragraph("References "
                        + shared.references().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " report one study (" + shared.studyId() + "), which is counted once."));
    }

    private List<String> cells(EvidenceRow row) {
        Reference reference = report.reference(row.reference());
        EvidenceRow.SampleSize size = row.sampleSize();
        return List.of(
                escaped(reference.shortName()) + " " + mark(row.claimId()),
                escaped(reference.design().kind().words() + ", "
                        + reference.access().words() + ", " + Phrases.standing(reference.standing())),
                size == null
                        ? "not found"
                        : Phrases.participants(size, report.claim(size.claimId())) + " " + mark(size.claimId()),
                quoted(row.claimId()),
                direction(row.direction()));
    }

    private static String direction(@Nullable Direction direction) {
        if (direction == null) {
            return Phrases.SEE_QUOTE;
        }
        String words = direction.sign().arrow() + " " + direction.sign().words();
        return direction.confidence() == null ? words + " (from the figures)" : words;
    }

    private void statements(List<Statement> statements) {
        markdown.list(statements.stream().map(this::statement).toList());
    }

    private String statement(Statement statement) {
        return switch (statement) {
            case Quoted quoted -> {
                LedgerEntry claim = report.claim(quoted.claimId());
                Reference reference = report.reference(claim.reference());
                yield quoted(quoted.claimId()) + " " + mark(quoted.claimId()) + " ("
                        + escaped(reference.shortName() + ", "
                                + reference.design().kind().words()) + ")";
            }
            case Computed computed -> escaped(computed.sentence());
        };
    }

    private String quoted(String claimId) {
        return "\u201C" + escaped(report.claim(claimId).wording()) + "\u201D";
    }

    /// "[2, c5](#claim-c5)": reference and claim.
    private String mark(String claimId) {
        return "[" + report.claim(claimId).reference() + ", " + escaped(claimId) + "](#claim-" + claimId + ")";
    }

    private void nearestMisses() {
        if (!report.nearestMisses().isEmpty()) {
            markdown.heading(2, "Nearest misses")
                    .paragraph("Places to look. They are no evidence on this question.")
                    .list(report.nearestMisses().stream()
                            .map(miss -> escaped(miss.vancouver()) + " **" + escaped(miss.lacks()) + ".**")
                            .toList());
        }
    }

    private void excluded() {
        if (!report.excluded().isEmpty()) {
            markdown.heading(2, "Left out, and why")
                    .list(report.excluded().stream()
                            .map(MarkdownRenderer::excluded)
                            .toList());
        }
    }

    private static String excluded(Excluded article) {
        String events = Phrases.events(article.events()).stream()
                .map(event -> " " + escaped(event) + ".")
                .collect(Collectors.joining());
        return escaped(article.vancouver()) + " **" + article.reason().words() + "**"
                + (article.detail().isEmpty() ? "." : ": " + escaped(article.detail()) + ".") + events;
    }

    private void methods() {
        Methods methods = report.methods();
        markdown.heading(2, "Methods")
                .paragraph("Searched: a collection of "
                        + Phrases.counted(report.basis().articles(), "article", "articles")
                        + ", standing of the articles as of " + report.basis().standingAsOf() + ".")
                .list(methods.subQuestions().stream().map(Markdown::escaped).toList())
                .table(
                        List.of("Search, exactly as run", "Filter", "Articles matched"),
                        methods.searches().stream()
                                .map(search -> List.of(
                                        escaped(search.query()),
                                        search.filter().isEmpty() ? "none" : escaped(search.filter()),
                                        Phrases.number(search.matched())))
                                .toList());
        if (!methods.unknownWords().isEmpty()) {
            markdown.paragraph(
                    "Words that no article in the collection has: " + String.join(", ", methods.unknownWords()) + ".");
        }
        Methods.Flow flow = methods.flow();
        markdown.paragraph(methods.selectionRule())
                .paragraph("Flow of articles: %s in the collection, %s matched, %s read, %s with a result, %s cited."
                        .formatted(
                                Phrases.number(flow.searched()),
                                Phrases.number(flow.matched()),
                                Phrases.number(flow.screened()),
                                Phrases.number(flow.withEvidence()),
                                Phrases.number(flow.cited())))
                .list(flow.excluded().stream()
                        .map(left -> "left out: " + left.reason().words() + ": " + Phrases.number(left.articles()))
                        .toList())
                .heading(2, "Limits of this report")
                .list(report.limitations().stream()
                        .map(limit -> escaped(limit.words()))
                        .toList());
    }

    private void references() {
        if (report.references().isEmpty()) {
            return;
        }
        markdown.heading(2, "References");
        for (Reference reference : report.references()) {
            String events = Phrases.events(reference.events()).stream()
                    .map(event -> " " + escaped(event) + ".")
                    .collect(Collectors.joining());
            markdown.block(reference.number() + ". " + escaped(reference.vancouver()) + " *"
                    + escaped(reference.access().words() + "; " + Phrases.standing(reference.standing())) + ".*"
                    + events);
        }
    }

    private void ledger() {
        if (report.ledger().isEmpty()) {
            return;
        }
        markdown.heading(2, "Ledger of claims");
        for (LedgerEntry claim : report.ledger()) {
            markdown.block("<a id=\"claim-" + escaped(claim.claimId()) + "\"></a>**Claim " + escaped(claim.claimId())
                    + "**, reference " + claim.reference());
            claim.quotes().forEach(this::quote);
            markdown.list(claim.verdict().checks().stream()
                    .map(check -> (check.held() ? "held: " : "failed: ")
                            + escaped(check.name())
                            + (check.seen().isEmpty() ? "" : ": " + escaped(check.seen())))
                    .toList());
        }
    }

    private void quote(ShownQuote quote) {
        markdown.block("> " + escaped(quote.before()) + "**"
                        + escaped(quote.quote().words()) + "**" + escaped(quote.after()))
                .block(escaped(Phrases.place(quote)) + "; location "
                        + escaped(quote.quote().location().toString()));
    }

    private void reproducibility() {
        List<String> entries = new ArrayList<>();
        entries.add(
                "report " + escaped(report.id()) + ", " + escaped(report.basis().software()));
        entries.add("snapshot " + escaped(report.basis().snapshotId()) + ", content "
                + escaped(report.basis().contentDigest()));
        entries.add("corpus version " + report.basis().corpusVersion() + ", content "
                + escaped(report.basis().corpusDigest()));
        report.basis().steps().forEach(step -> entries.add(escaped(step.name() + ": " + step.sha256())));
        markdown.heading(2, "To make this report again").list(entries);
    }
}
