package org.plumbline.research.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.citations.Article.ArticleText;
import org.plumbline.citations.Text;
import org.plumbline.citations.Verdict;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.research.assemble.ReportAssembler;
import org.plumbline.research.claim.ClaimMaker;
import org.plumbline.research.claim.Sources;
import org.plumbline.research.claim.Verifier;
import org.plumbline.research.claim.WrittenClaim;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.WholeFile;
import org.plumbline.research.plan.Filters;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.plan.Planner;
import org.plumbline.research.report.Basis;
import org.plumbline.research.report.JsonReport;
import org.plumbline.research.report.Report;
import org.plumbline.research.report.html.HtmlRenderer;
import org.plumbline.research.report.markdown.MarkdownRenderer;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.retrieve.Retrieved.Fate;
import org.plumbline.research.retrieve.Retriever;
import org.plumbline.research.select.ArticleEvidence;
import org.plumbline.research.select.Rejected;
import org.plumbline.research.select.Selected;
import org.plumbline.research.select.Selection;
import org.plumbline.research.select.SentenceSelector;

/// What each step does. Nothing of when, by whom or under which id a job runs goes into a file that a step leaves.
final class Steps {

    static final String SOFTWARE = "Plumbline 0.1.0";

    private Steps() {}

    static void plan(JobDirectory job, Snapshot snapshot) {
        job.write(Step.PLAN.output(), new Planner(snapshot).plan(job.request()));
    }

    static void retrieve(JobDirectory job, Snapshot snapshot) {
        Plan plan = new JobFiles(job).plan();
        job.writeLines(Step.RETRIEVE.output(), new Retriever(snapshot).retrieve(job.request(), plan));
    }

    static void select(JobDirectory job, Snapshot snapshot) {
        SentenceSelector selector = new SentenceSelector(new JobFiles(job).plan());
        List<ArticleEvidence> chosen = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        Map<String, Set<String>> told = new HashMap<>();
        for (Retrieved article : new JobFiles(job).retrieved()) {
            if (article.fate() == Fate.READ) {
                Selection selection = selector.select(article, texts(article, snapshot));
                Set<String> outcomes = told.computeIfAbsent(article.studyId(), study -> new HashSet<>());
                chosen.add(selection.withoutOutcomes(outcomes, article.article().id()));
                selection.selected().forEach(sentence -> outcomes.add(sentence.use() + sentence.outcome()));
                rejected.addAll(selection.rejected());
            }
        }
        job.writeLines(JobFiles.REJECTED, rejected);
        job.writeLines(Step.SELECT.output(), chosen);
    }

    private static List<Text> texts(Retrieved article, Snapshot snapshot) {
        return article.article().texts().stream()
                .map(ArticleText::textId)
                .flatMap(id -> snapshot.findText(id).stream())
                .toList();
    }

    static void claim(JobDirectory job, Snapshot snapshot) {
        ClaimMaker.Made made = new ClaimMaker(snapshot).make(selected(job));
        job.writeLines(Sources.FILE, made.sources());
        job.writeLines(Step.CLAIM.output(), made.claims());
    }

    private static List<Selected> selected(JobDirectory job) {
        return new JobFiles(job)
                .evidence().stream().flatMap(line -> line.selected().stream()).toList();
    }

    static void judge(JobDirectory job) {
        job.writeLines(Step.JUDGE.output(), verdicts(job));
    }

    static List<Verdict> verdicts(JobDirectory job) {
        JobFiles files = new JobFiles(job);
        Map<String, Retrieved> articles = new HashMap<>();
        files.retrieved().forEach(line -> articles.put(line.article().id(), line));
        Verifier verifier = new Verifier(Sources.of(job), Filters.eligible(job.request()));
        List<Selected> selected = selected(job);
        List<WrittenClaim> claims = files.claims();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Retrieved article =
                    Objects.requireNonNull(articles.get(claims.get(i).articleId()));
            verdicts.add(verifier.judge(claims.get(i), article, selected.get(i).use()));
        }
        return verdicts;
    }

    static void report(JobDirectory job, Snapshot snapshot) {
        JobFiles files = new JobFiles(job);
        Report report = new ReportAssembler(
                        job.request(), files.plan(), basis(job, snapshot.manifest()), files.joined())
                .assemble(reportId(job, snapshot.manifest()));
        List<String> problems = report.problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the report does not hold: " + String.join("; ", problems));
        }
        job.write(Step.REPORT.output(), JsonReport.write(report).getBytes(StandardCharsets.UTF_8));
    }

    static void render(JobDirectory job) {
        Report report = new JobFiles(job).report();
        job.write(JobFiles.MARKDOWN, MarkdownRenderer.render(report).getBytes(StandardCharsets.UTF_8));
        job.write(Step.RENDER.output(), HtmlRenderer.render(report).getBytes(StandardCharsets.UTF_8));
    }

    private static Basis basis(JobDirectory job, SnapshotManifest manifest) {
        return new Basis(
                manifest.id(),
                manifest.corpusVersion(),
                manifest.corpusDigest(),
                manifest.contentDigest(),
                "corpus version " + manifest.corpusVersion(),
                manifest.articles(),
                manifest.passages(),
                stepFiles(job),
                SOFTWARE);
    }

    /// The files that a report is made from, each with its digest.
    static List<Basis.StepFile> stepFiles(JobDirectory job) {
        return Stream.of(
                        JobDirectory.REQUEST,
                        Step.PLAN.output(),
                        Step.RETRIEVE.output(),
                        Step.SELECT.output(),
                        JobFiles.REJECTED,
                        Sources.FILE,
                        Step.CLAIM.output(),
                        Step.JUDGE.output())
                .map(name -> new Basis.StepFile(name, WholeFile.digest(job.file(name))))
                .toList();
    }

    /// Names a report by what it answers and what it was made from, so that the same report has the same name.
    static String reportId(JobDirectory job, SnapshotManifest manifest) {
        String content = WholeFile.digest(job.file(JobDirectory.REQUEST)) + " " + manifest.id() + " " + SOFTWARE;
        return "report-"
                + WholeFile.digest(content.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
}
