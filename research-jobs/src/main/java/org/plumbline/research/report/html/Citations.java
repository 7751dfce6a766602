package org.plumbline.research.report.html;

import java.util.List;
import org.plumbline.citations.Verdict;
import org.plumbline.citations.text.Span;
import org.plumbline.research.report.LedgerEntry;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Reference;
import org.plumbline.research.report.Report;
import org.plumbline.research.report.ShownQuote;

/// Citation marks, and the quote in its context that each of them opens.
///
/// A mark is a button that opens a popover, which browsers do without a script. Beside it stands a plain link to
/// the same claim in the ledger, for paper and for browsers without popovers; the style sheet shows one of the two.
/// A popover holds no link into the page: without a script it would stay open over where the link leads.
final class Citations {

    private final Report report;

    Citations(Report report) {
        this.report = report;
    }

    /// The mark for a claim: its reference's number.
    Html mark(String claimId) {
        LedgerEntry claim = report.claim(claimId);
        Reference reference = report.reference(claim.reference());
        String number = String.valueOf(reference.number());
        return Html.tag(
                        "span",
                        Html.tag("button", number)
                                .with("type", "button")
                                .with("popovertarget", "quote-" + claimId)
                                .with("aria-label", number + ", " + reference.shortName() + ": show quote in context"),
                        Html.tag("a", number)
                                .with("href", "#claim-" + claimId)
                                .with("aria-label", number + ", " + reference.shortName() + ": go to quote"))
                .as("cite");
    }

    /// A claim in its own words, its mark, and who says it.
    Html quoted(String claimId) {
        Reference reference = report.reference(report.claim(claimId).reference());
        return Html.row(
                words(claimId, List.of()),
                Html.text("\u00A0"),
                mark(claimId),
                Html.text(" "),
                Html.tag(
                                "span",
                                reference.shortName() + ", "
                                        + reference.design().kind().words())
                        .as("source"));
    }

    /// A claim in its own words.
    Html words(String claimId, List<Span> strong) {
        ShownQuote first = report.claim(claimId).quotes().getFirst();
        return Html.tag("q", QuotedWords.of(first, strong)).as("quote");
    }

    /// Every claim's popover.
    Html popovers() {
        return Html.row(report.ledger().stream().map(this::popover));
    }

    private Html popover(LedgerEntry claim) {
        String id = "quote-" + claim.claimId();
        return Html.tag(
                        "div",
                        Html.tag(
                                        "div",
                                        Html.tag("span", "Quote in its context (claim " + claim.claimId() + ")")
                                                .as("over"),
                                        Html.tag("button", "Close")
                                                .with("type", "button")
                                                .with("popovertarget", id)
                                                .with("popovertargetaction", "hide"))
                                .as("bar"),
                        body(claim),
                        Html.tag(
                                        "p",
                                        claim.reference() + ". "
                                                + report.reference(claim.reference())
                                                        .vancouver())
                                .as("facts"),
                        verdict(claim.verdict()))
                .with("id", id)
                .as("popover")
                .with("popover", "auto")
                .with("role", "dialog")
                .with("aria-label", "Claim " + claim.claimId() + ": quote in its context");
    }

    /// A claim with all it stands on, for its popover and for the ledger.
    private Html body(LedgerEntry claim) {
        Reference reference = report.reference(claim.reference());
        return Html.row(
                Html.tag(
                                "p",
                                Html.tag("strong", reference.shortName()),
                                Html.text(", " + reference.design().kind().words() + " "),
                                Badges.of(reference))
                        .as("who"),
                Html.row(claim.quotes().stream().map(Citations::shown)),
                Html.tag("p", Badges.links(reference.ids(), reference.vancouver())));
    }

    private static Html shown(ShownQuote quote) {
        return Html.row(
                Html.tag("p", Phrases.place(quote)).as("place"),
                Html.tag("blockquote", QuotedWords.inContext(quote)).as("quote"));
    }

    /// The ledger's entry: the claim, where it stands, and what the verifier saw.
    Html ledgerEntry(LedgerEntry claim) {
        return Html.tag(
                        "article",
                        Html.tag(
                                "h3",
                                Html.text("Claim " + claim.claimId() + " "),
                                Html.tag("a", "reference " + claim.reference())
                                        .with("href", "#reference-" + claim.reference())),
                        body(claim),
                        verdict(claim.verdict()),
                        Html.row(claim.quotes().stream()
                                .map(quote -> Html.tag(
                                        "p",
                                        Html.text("Location: "),
                                        Html.tag(
                                                "code", quote.quote().location().toString())))))
                .with("id", "claim-" + claim.claimId())
                .as("claim");
    }

    private static Html verdict(Verdict verdict) {
        return Html.tag(
                        "ul",
                        verdict.checks().stream()
                                .map(check -> Html.tag(
                                        "li",
                                        Html.tag("strong", check.held() ? "Held: " : "Failed: "),
                                        Html.text(check.name()
                                                + (check.seen().isEmpty() ? "" : " (" + check.seen() + ")")))))
                .as("checks");
    }
}
