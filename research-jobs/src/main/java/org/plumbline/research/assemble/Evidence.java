package org.plumbline.research.assemble;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.citations.Article;
import org.plumbline.citations.Verdict;
import org.plumbline.citations.style.Vancouver;
import org.plumbline.research.claim.Sources;
import org.plumbline.research.claim.WrittenClaim;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.plan.Plan.Aim;
import org.plumbline.research.report.Basis;
import org.plumbline.research.report.Excluded;
import org.plumbline.research.report.Excluded.Reason;
import org.plumbline.research.report.Methods;
import org.plumbline.research.report.Methods.Flow;
import org.plumbline.research.report.NearMiss;
import org.plumbline.research.report.Reference;
import org.plumbline.research.request.Request;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.retrieve.Retrieved.Fate;
import org.plumbline.research.select.ArticleEvidence;
import org.plumbline.research.select.OutcomeGroups;
import org.plumbline.research.select.Selected;
import org.plumbline.research.select.Selected.Use;
import org.plumbline.research.select.SentenceSelector;

/// All that the steps before the report found, joined by article and claim.
public final class Evidence {

    private static final String BY_MEANING =
            "What a search matched was put in order by its words (BM25) and by how near"
                    + " title and abstract are to the question in meaning (vectors of bge-small-en-v1.5); that decides which are"
                    + " read where there are many, and never what is said of them. ";

    private static final int MOST_LISTED = 15;

    private final Plan plan;
    private final Map<String, Retrieved> articles = new LinkedHashMap<>();
    private final Map<String, String> gaps = new HashMap<>();
    private final Map<String, Said> said = new LinkedHashMap<>();
    private final Map<String, Said> sizes = new HashMap<>();

    /// @param claims one for each selected sentence, in the same order, as are the verdicts
    public Evidence(
            Plan plan,
            List<Retrieved> retrieved,
            List<ArticleEvidence> evidence,
            List<WrittenClaim> claims,
            List<Verdict> verdicts,
            Sources sources) {
        this.plan = plan;
        retrieved.forEach(line -> articles.put(line.article().id(), line));
        evidence.forEach(line -> gaps.put(line.articleId(), line.gap()));
        List<Selected> selected =
                evidence.stream().flatMap(line -> line.selected().stream()).toList();
        Map<String, Integer> participants = participants(selected);
        for (int i = 0; i < claims.size(); i++) {
            WrittenClaim claim = claims.get(i);
            Said one = new Said(
                    claim,
                    selected.get(i),
                    Objects.requireNonNull(articles.get(claim.articleId()), claim.articleId()),
                    sources.text(claim.quotes().getFirst().location().textId()),
                    verdicts.get(i),
                    participants.getOrDefault(claim.articleId(), 0));
            said.put(claim.id(), one);
            if (one.supported() && one.selected().use() == Use.SAMPLE_SIZE) {
                sizes.put(claim.articleId(), one);
            }
        }
    }

    private static Map<String, Integer> participants(List<Selected> selected) {
        Map<String, Integer> participants = new HashMap<>();
        for (Selected sentence : selected) {
            Integer n = sentence.n();
            if (n != null) {
                participants.put(sentence.articleId(), n);
            }
        }
        return participants;
    }

    /// The supported claims of one use, in the order of the evidence table.
    List<Said> of(Use use) {
        return said.values().stream()
                .filter(one -> one.supported() && one.selected().use() == use)
                .sorted(Said.TABLE_ORDER)
                .toList();
    }

    Said said(String claimId) {
        return Objects.requireNonNull(said.get(claimId), claimId);
    }

    Optional<Said> findSize(String articleId) {
        return Optional.ofNullable(sizes.get(articleId));
    }

    /// The names of the outcomes, in the order in which findings are printed.
    List<String> outcomes() {
        return OutcomeGroups.names(plan.outcomes());
    }

    /// What matched the question and is not used, by reason; the retracted first and all of them.
    List<Excluded> excluded(References references) {
        List<Excluded> excluded = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            articles.values().stream()
                    .filter(line ->
                            isScreened(line) && !references.has(line.article().id()))
                    .filter(line -> reason(line, references) == reason)
                    .limit(reason == Reason.RETRACTED ? Long.MAX_VALUE : MOST_LISTED)
                    .forEach(line -> excluded.add(excluded(line, references)));
        }
        return excluded;
    }

    private static boolean isScreened(Retrieved line) {
        return line.fate() == Fate.READ || line.fate() == Fate.EXCLUDED;
    }

    private Excluded excluded(Retrieved line, References references) {
        Article article = line.article();
        Reason reason = reason(line, references);
        return new Excluded(
                article.id(),
                article.ids(),
                Vancouver.reference(article),
                reason,
                detail(line, reason, references),
                article.events());
    }

    private Reason reason(Retrieved line, References references) {
        Reason barred = line.reason();
        if (barred != null) {
            return barred;
        }
        return findTwin(line, references).isPresent() ? Reason.DUPLICATE_REPORT : Reason.NO_EVIDENCE_SENTENCE;
    }

    private String detail(Retrieved line, Reason reason, References references) {
        if (line.reason() != null) {
            return line.detail();
        }
        return reason == Reason.DUPLICATE_REPORT
                ? findTwin(line, references)
                        .map(twin -> "same study (" + line.studyId() + ") as reference " + twin.number())
                        .orElse("")
                : gaps.getOrDefault(line.article().id(), "");
    }

    private Optional<Reference> findTwin(Retrieved line, References references) {
        return references.list().stream()
                .filter(reference -> Objects.requireNonNull(articles.get(reference.articleId()))
                        .studyId()
                        .equals(line.studyId()))
                .findFirst();
    }

    /// What came near and answers nothing. Where articles matched every part of the question but say nothing on it,
    /// they are nearer than those that matched one part.
    List<NearMiss> nearMisses() {
        return articles.values().stream()
                .filter(line -> line.fate() == Fate.NEAR)
                .map(line -> new NearMiss(
                        line.article().id(), line.article().ids(), Vancouver.reference(line.article()), line.detail()))
                .toList();
    }

    Methods methods(Request request, Plan searched, Basis basis, int cited) {
        List<Methods.Search> searches = searched.searches().stream()
                .map(search ->
                        new Methods.Search(search.asks(), search.queryWords(), search.filterWords(), search.articles()))
                .toList();
        List<String> subQuestions = searched.searches().stream()
                .filter(search -> search.aim() != Aim.NEAR)
                .map(Plan.Search::asks)
                .toList();
        return new Methods(
                subQuestions, searches, rule(searched), searched.unknownWords(), flow(searched, basis, cited));
    }

    private static String rule(Plan searched) {
        return switch (searched.ranking()) {
            case BM25 -> SentenceSelector.RULE;
            case DENSE, HYBRID, RERANK -> BY_MEANING + SentenceSelector.RULE;
        };
    }

    private Flow flow(Plan searched, Basis basis, int cited) {
        Map<Reason, Long> left = new EnumMap<>(Reason.class);
        long found = articles.values().stream()
                .filter(line -> line.fate() != Fate.NEAR)
                .count();
        long screened = articles.values().stream().filter(Evidence::isScreened).count();
        long matched = searched.isScreenedWhole()
                ? found
                : searched.searches().getFirst().withIneligible();
        References references = References.of(of(Use.RESULT));
        for (Retrieved line : articles.values()) {
            if (isScreened(line) && !references.has(line.article().id())) {
                left.merge(reason(line, references), 1L, Long::sum);
            }
        }
        return new Flow(
                basis.articles(),
                matched,
                screened,
                cited,
                cited,
                left.entrySet().stream()
                        .map(entry -> new Flow.Left(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
