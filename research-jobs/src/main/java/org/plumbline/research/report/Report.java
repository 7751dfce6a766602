package org.plumbline.research.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;

/// What a research job hands to the clinician: `report.json`. Every sentence in it about the evidence is a quote
/// from the ledger or a count that can be repeated; a report in which one points to nothing cannot be constructed.
///
/// @param format 1
/// @param id the job's id
/// @param bottomLine at most five statements
/// @param evidence the table, in its order
/// @param findings by outcome; every row belongs to at most one
/// @param conclusions the authors' own conclusions, as their headline and never as evidence
/// @param harms what is quoted about harms, and counts of it
/// @param sharedStudies studies that more than one cited article reports
/// @param nearestMisses for a report without eligible evidence: where to look, never cited
/// @param references in the order of their numbers, from 1
/// @param ledger every claim the report makes, in the order of its first use
public record Report(
        int format,
        String id,
        Outcome outcome,
        Asked asked,
        Basis basis,
        List<Statement> bottomLine,
        List<EvidenceRow> evidence,
        List<Finding> findings,
        List<Statement> conclusions,
        List<Statement> harms,
        List<SharedStudy> sharedStudies,
        Methods methods,
        List<Excluded> excluded,
        List<NearMiss> nearestMisses,
        List<Limitation> limitations,
        List<Reference> references,
        List<LedgerEntry> ledger) {

    public static final int FORMAT = 1;

    /// One study that several cited articles report: it counts once.
    public record SharedStudy(String studyId, List<Integer> references) {
        public SharedStudy {
            references = List.copyOf(references);
        }
    }

    public Report {
        bottomLine = List.copyOf(bottomLine);
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
        conclusions = List.copyOf(conclusions);
        harms = List.copyOf(harms);
        sharedStudies = List.copyOf(sharedStudies);
        excluded = List.copyOf(excluded);
        nearestMisses = List.copyOf(nearestMisses);
        limitations = List.copyOf(limitations);
        references = List.copyOf(references);
        ledger = List.copyOf(ledger);
        if (format != FORMAT) {
            throw new WrongInputException("report " + id + " has format " + format + "; this version reads " + FORMAT);
        }
    }

    /// What is wrong with this report, each in one line; empty when every sentence stands on something: all ids
    /// resolve, every count is what counting again gives, nothing rests on a retracted or an excluded article, and
    /// the reference list is what is cited. It does not re-read quotes in their texts.
    public List<String> problems() {
        return ReportCheck.problems(this);
    }

    /// The claim of this id.
    ///
    /// @throws WrongInputException where the ledger has none
    public LedgerEntry claim(String claimId) {
        return ledger.stream()
                .filter(entry -> entry.claimId().equals(claimId))
                .findFirst()
                .orElseThrow(
                        () -> new WrongInputException("report " + id + ": no claim " + claimId + " in its ledger"));
    }

    /// The reference of this number.
    ///
    /// @throws WrongInputException where there is none
    public Reference reference(int number) {
        if (number < 1 || number > references.size()) {
            throw new WrongInputException("report " + id + ": no reference " + number);
        }
        return references.get(number - 1);
    }

    /// The evidence row of this id.
    ///
    /// @throws WrongInputException where there is none
    public EvidenceRow row(String rowId) {
        return evidence.stream()
                .filter(row -> row.id().equals(rowId))
                .findFirst()
                .orElseThrow(() -> new WrongInputException("report " + id + ": no evidence row " + rowId));
    }

    /// Every statement in the order in which it is printed.
    @JsonIgnore
    public List<Statement> statements() {
        return Stream.of(
                        bottomLine.stream(),
                        findings.stream().flatMap(finding -> finding.counts().stream()),
                        conclusions.stream(),
                        harms.stream())
                .<Statement>flatMap(statements -> statements)
                .toList();
    }

    /// Whether anything in it comes from the fictional sample collection.
    @JsonIgnore
    public boolean fictional() {
        return Stream.of(
                        references.stream().map(Reference::vancouver),
                        excluded.stream().map(Excluded::vancouver),
                        nearestMisses.stream().map(NearMiss::vancouver))
                .flatMap(texts -> texts)
                .anyMatch(text -> text.contains("[Fictional sample]"));
    }
}
