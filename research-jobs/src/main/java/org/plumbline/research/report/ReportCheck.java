package org.plumbline.research.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.citations.Label;
import org.plumbline.citations.text.Span;

/// Finds what a report says without standing on anything.
final class ReportCheck {

    private final Report report;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> claims;

    private ReportCheck(Report report) {
        this.report = report;
        this.claims = report.ledger().stream().map(LedgerEntry::claimId).collect(Collectors.toSet());
    }

    static List<String> problems(Report report) {
        ReportCheck check = new ReportCheck(report);
        check.ids();
        check.statements();
        check.rows();
        check.ledger();
        check.references();
        check.emptiness();
        return List.copyOf(check.problems);
    }

    private void ids() {
        unique("claim", report.ledger().stream().map(LedgerEntry::claimId).toList());
        unique("evidence row", report.evidence().stream().map(EvidenceRow::id).toList());
        unique(
                "reference",
                report.references().stream().map(Reference::articleId).toList());
        unique(
                "excluded article",
                report.excluded().stream().map(Excluded::articleId).toList());
    }

    private void unique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.forEach(id -> require(seen.add(id), what + " " + id + " is there twice"));
    }

    private void statements() {
        require(report.bottomLine().size() <= 5, "the bottom line has more than five statements");
        for (Statement statement : report.statements()) {
            switch (statement) {
                case Quoted quoted -> requireClaim(quoted.claimId(), "a statement");
                case Computed computed ->
                    require(
                            computed.holds(report.evidence(), report.excluded()),
                            "counting again does not give \"" + computed.sentence() + "\"");
            }
        }
    }

    private void rows() {
        Set<String> rows = report.evidence().stream().map(EvidenceRow::id).collect(Collectors.toSet());
        for (Finding finding : report.findings()) {
            finding.rows().forEach(row -> require(rows.contains(row), finding.outcome() + ": no evidence row " + row));
        }
        for (EvidenceRow row : report.evidence()) {
            requireClaim(row.claimId(), "row " + row.id());
            if (row.sampleSize() != null) {
                requireClaim(row.sampleSize().claimId(), "the sample size of row " + row.id());
            }
            if (claims.contains(row.claimId())) {
                LedgerEntry claim = report.claim(row.claimId());
                require(
                        claim.reference() == row.reference(),
                        "row " + row.id() + " cites another article than its claim");
                spansWithin(row, claim.wording().length());
            }
        }
    }

    private void spansWithin(EvidenceRow row, int length) {
        for (List<Span> spans : List.of(row.effects(), row.intervals(), row.pValues())) {
            spans.forEach(span -> require(span.end() <= length, "row " + row.id() + " points beyond its quote"));
        }
    }

    private void ledger() {
        Set<String> excluded =
                report.excluded().stream().map(Excluded::articleId).collect(Collectors.toSet());
        for (LedgerEntry claim : report.ledger()) {
            require(
                    claim.verdict().label() == Label.SUPPORT,
                    "claim " + claim.claimId() + " is printed with the verdict "
                            + claim.verdict().label());
            require(
                    !excluded.contains(claim.articleId()),
                    "claim " + claim.claimId() + " rests on the excluded article " + claim.articleId());
            boolean listed = claim.reference() >= 1
                    && claim.reference() <= report.references().size();
            require(
                    listed && report.reference(claim.reference()).articleId().equals(claim.articleId()),
                    "claim " + claim.claimId() + ": reference " + claim.reference() + " is not " + claim.articleId());
        }
    }

    private void references() {
        Set<Integer> cited =
                report.ledger().stream().map(LedgerEntry::reference).collect(Collectors.toSet());
        int number = 0;
        for (Reference reference : report.references()) {
            number++;
            require(reference.number() == number, "reference " + number + " is numbered " + reference.number());
            require(cited.contains(number), "reference " + number + " is cited nowhere");
            require(
                    reference.standing().supports(),
                    "reference " + number + " is retracted and supports nothing: " + reference.articleId());
        }
        require(
                report.methods().flow().cited() == report.references().size(),
                "the flow says " + report.methods().flow().cited() + " articles are cited, the list has "
                        + report.references().size());
    }

    private void emptiness() {
        boolean empty = report.ledger().isEmpty()
                && report.evidence().isEmpty()
                && report.references().isEmpty();
        require(
                (report.outcome() == Outcome.NO_ELIGIBLE_EVIDENCE) == empty,
                "outcome " + report.outcome() + " with " + report.ledger().size() + " claims");
    }

    private void requireClaim(String claimId, String who) {
        require(claims.contains(claimId), who + " points to claim " + claimId + ", which the ledger does not have");
    }

    private void require(boolean held, String problem) {
        if (!held) {
            problems.add(problem);
        }
    }
}
