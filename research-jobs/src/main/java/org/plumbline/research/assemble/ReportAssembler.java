package org.plumbline.research.assemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.research.plan.Filters;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.report.Access;
import org.plumbline.research.report.Asked;
import org.plumbline.research.report.Basis;
import org.plumbline.research.report.Computed;
import org.plumbline.research.report.Direction;
import org.plumbline.research.report.EvidenceRow;
import org.plumbline.research.report.Excluded;
import org.plumbline.research.report.Finding;
import org.plumbline.research.report.Formula;
import org.plumbline.research.report.LedgerEntry;
import org.plumbline.research.report.Limitation;
import org.plumbline.research.report.NearMiss;
import org.plumbline.research.report.Outcome;
import org.plumbline.research.report.Quoted;
import org.plumbline.research.report.Report;
import org.plumbline.research.report.Statement;
import org.plumbline.research.request.Request;
import org.plumbline.research.select.OutcomeGroups;
import org.plumbline.research.select.Selected.Use;

/// Puts a report together from claims that the verifier supports, and from nothing else.
public final class ReportAssembler {

    private static final Set<DesignLevel.Kind> REVIEWS =
            Set.of(DesignLevel.Kind.GUIDELINE, DesignLevel.Kind.META_ANALYSIS, DesignLevel.Kind.SYSTEMATIC_REVIEW);

    private static final int MOST_CONCLUSIONS = 8;
    private static final int MOST_HARMS = 12;
    private static final int BOTTOM_LINE = 5;

    private static final Pattern MORE =
            Pattern.compile("\\b(?:more|higher|increased)\\b(?!.*\\bnot\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LESS =
            Pattern.compile("\\b(?:less|fewer|lower|reduced)\\b(?!.*\\bnot\\b)", Pattern.CASE_INSENSITIVE);

    private final Request request;
    private final Plan plan;
    private final Basis basis;
    private final Evidence evidence;

    /// @param evidence the claims and all that was found
    public ReportAssembler(Request request, Plan plan, Basis basis, Evidence evidence) {
        this.request = request;
        this.plan = plan;
        this.basis = basis;
        this.evidence = evidence;
    }

    /// The report.
    ///
    /// @param id a function of request and snapshot
    public Report assemble(String id) {
        List<Said> results = evidence.of(Use.RESULT);
        List<Said> harms = results.isEmpty()
                ? List.of()
                : evidence.of(Use.HARM).stream().limit(MOST_HARMS).toList();
        List<Said> conclusions = results.isEmpty()
                ? List.of()
                : evidence.of(Use.CONCLUSION).stream().limit(MOST_CONCLUSIONS).toList();
        References references = References.of(results, harms, conclusions);
        List<EvidenceRow> rows =
                Rows.of(Stream.concat(results.stream(), harms.stream()).toList(), evidence, references);
        List<EvidenceRow> resultRows = rows.subList(0, results.size());
        List<EvidenceRow> harmRows = rows.subList(results.size(), rows.size());
        List<Finding> findings = findings(resultRows);
        List<Excluded> excluded = evidence.excluded(references);
        List<Statement> headlines = quoted(conclusions);
        List<Statement> harmStatements = harmStatements(Stream.concat(
                        resultRows.stream().filter(row -> OutcomeGroups.isHarm(row.outcome(), evidence.outcomes())),
                        harmRows.stream())
                .toList());
        List<Statement> bottomLine = bottomLine(resultRows, findings, conclusions, excluded);
        return new Report(
                Report.FORMAT,
                id,
                outcome(findings, rows),
                asked(),
                basis,
                bottomLine,
                rows,
                findings,
                headlines,
                harmStatements,
                shared(rows),
                evidence.methods(request, plan, basis, references.size()),
                excluded,
                results.isEmpty() ? evidence.nearMisses() : List.<NearMiss>of(),
                limitations(references),
                references.list(),
                ledger(references, bottomLine, rows, findings, headlines, harmStatements));
    }

    private static Outcome outcome(List<Finding> findings, List<EvidenceRow> rows) {
        if (findings.isEmpty()) {
            return Outcome.NO_ELIGIBLE_EVIDENCE;
        }
        Map<String, String> studies = new LinkedHashMap<>();
        rows.forEach(row -> studies.put(row.id(), row.studyId()));
        boolean two = findings.stream()
                .anyMatch(finding ->
                        finding.rows().stream().map(studies::get).distinct().count() > 1);
        return two ? Outcome.ANSWERED : Outcome.LIMITED;
    }

    private Asked asked() {
        return new Asked(request.question(), plan.parts(), Filters.limits(request));
    }

    private List<Finding> findings(List<EvidenceRow> rows) {
        Map<String, List<EvidenceRow>> byOutcome = new LinkedHashMap<>();
        rows.forEach(row -> byOutcome
                .computeIfAbsent(row.outcome(), outcome -> new ArrayList<>())
                .add(row));
        List<Finding> findings = new ArrayList<>();
        evidence.outcomes().forEach(outcome -> {
            List<EvidenceRow> of = byOutcome.getOrDefault(outcome, List.of());
            if (!of.isEmpty()) {
                findings.add(
                        new Finding(outcome, of.stream().map(EvidenceRow::id).toList(), counts(outcome, of)));
            }
        });
        return findings;
    }

    /// Reviews tell of studies that may stand beside them in the table, so they are counted apart.
    private List<Computed> counts(String outcome, List<EvidenceRow> rows) {
        if (OutcomeGroups.isMixture(outcome)) {
            return List.of(Formula.STUDIES.over(OutcomeGroups.mixture(outcome), studiesOf(rows)));
        }
        List<EvidenceRow> reviews = rows.stream().filter(this::isReview).toList();
        List<EvidenceRow> studies = rows.stream().filter(row -> !isReview(row)).toList();
        List<Computed> counts = new ArrayList<>();
        if (!studies.isEmpty()) {
            counts.add(Formula.AGREEMENT.over(outcome, studies));
            counts.add(Formula.PARTICIPANTS.over(outcome, studies));
        }
        if (!reviews.isEmpty()) {
            counts.add(Formula.AGREEMENT.over(outcome + ", in reviews and guidelines", reviews));
        }
        return counts;
    }

    private boolean isReview(EvidenceRow row) {
        return REVIEWS.contains(evidence.said(row.claimId()).design());
    }

    /// Without the reviews, unless there is nothing else.
    private List<EvidenceRow> studiesOf(List<EvidenceRow> rows) {
        List<EvidenceRow> studies = rows.stream().filter(row -> !isReview(row)).toList();
        return studies.isEmpty() ? rows : studies;
    }

    private static List<Statement> quoted(List<Said> claims) {
        return claims.stream()
                .<Statement>map(said -> new Quoted(said.claim().id()))
                .toList();
    }

    private List<Statement> harmStatements(List<EvidenceRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(Formula.STUDIES.over("harms", studiesOf(rows)));
        inOrder(rows).forEach(row -> statements.add(new Quoted(row.claimId())));
        return statements;
    }

    /// One sentence of each study first, then what else they say. Before the others come harms that were more
    /// frequent under the intervention, then those that were less frequent; those with figures before those
    /// without.
    private List<EvidenceRow> inOrder(List<EvidenceRow> rows) {
        List<EvidenceRow> byWeight = rows.stream()
                .sorted(Comparator.comparingInt(this::weight).reversed())
                .toList();
        Set<String> studies = new LinkedHashSet<>();
        Map<Boolean, List<EvidenceRow>> first =
                byWeight.stream().collect(Collectors.partitioningBy(row -> studies.add(row.studyId())));
        return Stream.concat(
                        first.getOrDefault(true, List.of()).stream(), first.getOrDefault(false, List.of()).stream())
                .toList();
    }

    private int weight(EvidenceRow row) {
        String words = evidence.said(row.claimId()).claim().wording();
        Direction direction = row.direction();
        Direction.Sign sign = direction == null ? null : direction.sign();
        int figures = row.effects().isEmpty() && row.intervals().isEmpty() ? 0 : 1;
        if (sign == null) {
            return (MORE.matcher(words).find() ? 4 : LESS.matcher(words).find() ? 2 : 0) + figures;
        }
        return switch (sign) {
            case INCREASE -> 4 + figures;
            case DECREASE -> 2 + figures;
            case NO_DIFFERENCE -> figures;
        };
    }

    /// Counts over the outcomes with most results, in the order asked, then the conclusions of the highest design
    /// level there is.
    private List<Statement> bottomLine(
            List<EvidenceRow> rows, List<Finding> findings, List<Said> conclusions, List<Excluded> excluded) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Statement> lines = new ArrayList<>();
        findings.stream()
                .filter(finding -> !OutcomeGroups.isMixture(finding.outcome()))
                .sorted(Comparator.comparing(finding -> -finding.rows().size()))
                .limit(2)
                .sorted(Comparator.comparing(findings::indexOf))
                .map(finding -> finding.counts().getFirst())
                .forEach(lines::add);
        if (lines.isEmpty()) {
            lines.add(Formula.STUDIES.over("", studiesOf(rows)));
        }
        boolean retracted = excluded.stream().anyMatch(article -> article.reason() == Excluded.Reason.RETRACTED);
        int quotes = BOTTOM_LINE - lines.size() - (retracted ? 1 : 0);
        List<Said> onIt =
                conclusions.stream().filter(this::speaksOfWhatWasAsked).toList();
        onIt.stream()
                .filter(said -> said.design() == onIt.getFirst().design())
                .limit(Math.min(2, quotes))
                .forEach(said -> lines.add(new Quoted(said.claim().id())));
        if (retracted) {
            lines.add(Formula.RETRACTED_LEFT_OUT.left(excluded.stream()
                    .filter(article -> article.reason() == Excluded.Reason.RETRACTED)
                    .toList()));
        }
        return lines;
    }

    private boolean speaksOfWhatWasAsked(Said conclusion) {
        String wording = conclusion.claim().wording();
        return plan.outcomes().isEmpty() || plan.outcomes().stream().anyMatch(outcome -> outcome.in(wording));
    }

    private static List<Report.SharedStudy> shared(List<EvidenceRow> rows) {
        Map<String, Set<Integer>> references = new TreeMap<>();
        rows.forEach(row -> references
                .computeIfAbsent(row.studyId(), study -> new TreeSet<>())
                .add(row.reference()));
        return references.entrySet().stream()
                .filter(study -> study.getValue().size() > 1)
                .map(study -> new Report.SharedStudy(study.getKey(), List.copyOf(study.getValue())))
                .toList();
    }

    private static List<Limitation> limitations(References references) {
        return Stream.of(Limitation.values())
                .filter(limitation -> limitation != Limitation.ABSTRACTS_ONLY
                        || references.list().stream().anyMatch(article -> article.access() == Access.ABSTRACT_ONLY))
                .toList();
    }

    /// The claims that the report makes, in the order of their first use.
    private List<LedgerEntry> ledger(
            References references,
            List<Statement> bottomLine,
            List<EvidenceRow> rows,
            List<Finding> findings,
            List<Statement> conclusions,
            List<Statement> harms) {
        Set<String> used = new LinkedHashSet<>();
        use(bottomLine, used);
        Map<String, EvidenceRow> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        findings.forEach(finding -> finding.rows().forEach(row -> use(byId.get(row), used)));
        use(conclusions, used);
        use(harms, used);
        rows.forEach(row -> use(row, used));
        return used.stream()
                .map(claimId -> evidence.said(claimId).entry(references))
                .toList();
    }

    private static void use(List<Statement> statements, Set<String> used) {
        for (Statement statement : statements) {
            switch (statement) {
                case Quoted quoted -> used.add(quoted.claimId());
                case Computed computed -> {}
            }
        }
    }

    private static void use(@Nullable EvidenceRow row, Set<String> used) {
        if (row != null) {
            used.add(row.claimId());
            EvidenceRow.SampleSize size = row.sampleSize();
            if (size != null) {
                used.add(size.claimId());
            }
        }
    }
}
