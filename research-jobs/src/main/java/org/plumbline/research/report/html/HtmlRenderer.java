package org.plumbline.research.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.research.report.NextSteps;
import org.plumbline.research.report.Outcome;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Report;

/// Renders a report as one web page. The same report gives the same bytes.
public final class HtmlRenderer {

    private static final String CSS = readCss();

    private final Report report;
    private final Citations citations;
    private final Summary summary;

    private HtmlRenderer(Report report) {
        this.report = report;
        this.citations = new Citations(report);
        this.summary = new Summary(report, citations);
    }

    /// The page, in HTML5 that is also well-formed XML but for its first line.
    public static String render(Report report) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>");
        new HtmlRenderer(report).page().write(page);
        return page.append('\n').toString();
    }

    private Html page() {
        List<Html> sections = sections();
        return Html.tag(
                        "html",
                        head(),
                        Html.tag(
                                "body",
                                Html.tag("a", "Skip to the bottom line")
                                        .with("href", "#bottom-line")
                                        .as("skip"),
                                summary.header(),
                                Html.tag("main", sections.stream()),
                                citations.popovers(),
                                Html.tag(
                                        "footer",
                                        Html.tag(
                                                "p",
                                                "Plumbline \u00B7 report " + report.id() + " \u00B7 standing as of "
                                                        + report.basis().standingAsOf()))))
                .with("lang", "en-GB");
    }

    private List<Html> sections() {
        List<Html> sections = new ArrayList<>();
        Findings findings = new Findings(report, citations);
        Sources sources = new Sources(report, citations);
        Appendix appendix = new Appendix(report, citations);
        sections.add(summary.card());
        if (report.outcome() == Outcome.NO_ELIGIBLE_EVIDENCE) {
            sections.addAll(List.of(next(), summary.question(), sources.nearestMisses()));
        } else {
            sections.addAll(List.of(
                    contents(),
                    summary.question(),
                    findings.section(),
                    findings.differences(),
                    harms(),
                    conclusions(),
                    sources.studies()));
        }
        sections.addAll(List.of(sources.excluded(), appendix.methods(), appendix.limitations()));
        if (!report.references().isEmpty()) {
            sections.add(sources.references());
        }
        sections.addAll(List.of(appendix.ledger(), appendix.reproducibility()));
        return List.copyOf(sections);
    }

    private Html head() {
        return Html.tag(
                "head",
                Html.tag("meta").with("charset", "utf-8"),
                Html.tag("meta").with("http-equiv", "Content-Security-Policy").with("content", policy()),
                Html.tag("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Html.tag("meta").with("name", "referrer").with("content", "no-referrer"),
                Html.tag("meta").with("name", "color-scheme").with("content", "light dark"),
                Html.tag("title", report.asked().question()),
                Html.style(CSS));
    }

    private static String policy() {
        return "default-src 'none'; style-src 'sha256-" + sha256(CSS) + "'; base-uri 'none'; form-action 'none'";
    }

    private Html contents() {
        return Html.tag(
                        "nav",
                        Html.tag(
                                "ul",
                                Stream.of(
                                                List.of("findings", "Findings"),
                                                List.of("differences", "Differences"),
                                                List.of("harms", "Harms"),
                                                List.of("studies", "Studies"),
                                                List.of("methods", "Methods"),
                                                List.of("limits", "Limits"),
                                                List.of("references", "References"),
                                                List.of("ledger", "Ledger"))
                                        .map(entry -> Html.tag(
                                                "li",
                                                Html.tag("a", entry.getLast()).with("href", "#" + entry.getFirst())))))
                .with("aria-label", "Contents");
    }

    private Html next() {
        return Html.tag(
                        "section",
                        Html.tag("h2", "What you can do next"),
                        Html.tag("ul", NextSteps.of(report).stream().map(step -> Html.tag("li", step))))
                .with("id", "next");
    }

    private Html harms() {
        return Html.tag(
                        "section",
                        Html.tag("h2", "Harms"),
                        report.harms().isEmpty() ? Html.tag("p", Phrases.NO_HARMS) : summary.statements(report.harms()))
                .with("id", "harms");
    }

    private Html conclusions() {
        if (report.conclusions().isEmpty()) {
            return Html.text("");
        }
        return Html.tag(
                        "section",
                        Html.tag("h2", "What the authors conclude"),
                        Html.tag(
                                "p",
                                "In their own words. Conclusions are opinions; the results above are the evidence."),
                        summary.statements(report.conclusions()))
                .with("id", "conclusions");
    }

    private static String sha256(String css) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String readCss() {
        try (InputStream css = HtmlRenderer.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is not beside " + HtmlRenderer.class);
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read", e);
        }
    }
}
