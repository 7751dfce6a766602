package org.plumbline.research.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Label;
import org.plumbline.citations.Verdict;
import org.plumbline.citations.style.Vancouver;
import org.plumbline.citations.text.Span;

/// Numbers references and claims while a fixture is put together.
final class ReportFixture {

    final List<Reference> references = new ArrayList<>();
    final List<LedgerEntry> ledger = new ArrayList<>();
    final List<EvidenceRow> rows = new ArrayList<>();

    /// Says these words of an article; its claim's id.
    String claim(FictionalArticle article, String words) {
        String id = "c" + (ledger.size() + 1);
        ShownQuote quote = article.quote(words);
        ledger.add(new LedgerEntry(
                id,
                article.article().id(),
                reference(article),
                words,
                List.of(quote),
                new Verdict(
                        id,
                        Label.SUPPORT,
                        "verifier 1",
                        List.of(
                                new Verdict.Check("quote stands at its location", true, "same words"),
                                new Verdict.Check(
                                        "article is not retracted",
                                        true,
                                        article.article().standing().name()),
                                new Verdict.Check("article passes the request's limits", true, "")))));
        return id;
    }

    Quoted says(FictionalArticle article, String words) {
        return new Quoted(claim(article, words));
    }

    /// A row of the evidence table; figures are given as they stand in the words.
    EvidenceRow row(
            FictionalArticle article,
            String outcome,
            String words,
            int n,
            String sizeWords,
            @Nullable Direction direction,
            String effect,
            String interval,
            String pValue) {
        String claimId = claim(article, words);
        EvidenceRow row = new EvidenceRow(
                "r" + (rows.size() + 1),
                reference(article),
                claimId,
                outcome,
                n == 0 ? null : new EvidenceRow.SampleSize(n, claim(article, sizeWords)),
                span(words, effect),
                span(words, interval),
                span(words, pValue),
                direction,
                article.article().studyIds().isEmpty()
                        ? article.article().id()
                        : article.article().studyIds().getFirst());
        rows.add(row);
        return row;
    }

    Finding finding(String outcome) {
        List<EvidenceRow> about =
                rows.stream().filter(row -> row.outcome().equals(outcome)).toList();
        return new Finding(
                outcome,
                about.stream().map(EvidenceRow::id).toList(),
                List.of(Formula.AGREEMENT.over(outcome, about), Formula.PARTICIPANTS.over(outcome, about)));
    }

    static Excluded excluded(FictionalArticle article, Excluded.Reason reason, String detail) {
        return new Excluded(
                article.article().id(),
                article.article().ids(),
                Vancouver.reference(article.article()),
                reason,
                detail,
                article.article().events());
    }

    static NearMiss nearMiss(FictionalArticle article, String lacks) {
        return new NearMiss(
                article.article().id(), article.article().ids(), Vancouver.reference(article.article()), lacks);
    }

    static Basis basis() {
        return new Basis(
                "s-0123456789ab",
                12,
                "0123456789abcdef".repeat(4),
                "fedcba9876543210".repeat(4),
                "corpus version 12",
                61,
                1_204,
                List.of(
                        new Basis.StepFile("request.json", "00112233445566778899aabbccddeeff".repeat(2)),
                        new Basis.StepFile("plan.json", "ffeeddccbbaa99887766554433221100".repeat(2))),
                "Plumbline 0.1.0");
    }

    private int reference(FictionalArticle article) {
        for (Reference reference : references) {
            if (reference.articleId().equals(article.article().id())) {
                return reference.number();
            }
        }
        references.add(Reference.to(
                article.article(), references.size() + 1, article.design(), Vancouver.reference(article.article())));
        return references.size();
    }

    private static List<Span> span(String words, String part) {
        Matcher matcher = Pattern.compile(Pattern.quote(part)).matcher(words);
        return !part.isEmpty() && matcher.find() ? List.of(new Span(matcher.start(), matcher.end())) : List.of();
    }
}
