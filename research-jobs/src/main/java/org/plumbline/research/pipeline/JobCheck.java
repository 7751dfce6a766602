package org.plumbline.research.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.AlteredQuoteException;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.WrittenQuote;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.Filter;
import org.plumbline.index.IndexedArticle;
import org.plumbline.index.Snapshot;
import org.plumbline.research.assemble.ReportAssembler;
import org.plumbline.research.claim.Sources;
import org.plumbline.research.claim.WrittenClaim;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.JobState;
import org.plumbline.research.plan.Filters;
import org.plumbline.research.report.Basis;
import org.plumbline.research.report.JsonReport;
import org.plumbline.research.report.LedgerEntry;
import org.plumbline.research.report.Quoted;
import org.plumbline.research.report.Report;
import org.plumbline.research.report.ShownQuote;
import org.plumbline.research.report.html.HtmlRenderer;
import org.plumbline.research.retrieve.Retrieved;

/// Checks a finished job from its files: re-reads every quote where it is said to stand, counts every count again,
/// and makes the report once more to compare the bytes.
public final class JobCheck {

    /// What a check came to.
    ///
    /// @param quotes how many quotes the report prints
    /// @param verbatim how many of them stand in their texts, byte for byte
    /// @param computed how many statements were counted again
    /// @param snapshot whether the pinned snapshot was still there, so that quotes were read in it too
    /// @param problems each in one line; empty where all is well
    public record Result(int quotes, int verbatim, int computed, boolean snapshot, List<String> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    private final JobDirectory job;
    private final JobFiles files;
    private final @Nullable Snapshot snapshot;
    private final List<String> problems = new ArrayList<>();

    /// @param snapshot the job's pinned snapshot; null where it is gone
    private JobCheck(JobDirectory job, @Nullable Snapshot snapshot) {
        this.job = job;
        this.files = new JobFiles(job);
        this.snapshot = snapshot;
    }

    /// Checks a job whose report is there.
    ///
    /// @param snapshot the snapshot that its plan names, where it still exists
    public static Result check(JobDirectory job, Optional<Snapshot> snapshot) {
        return new JobCheck(job, snapshot.orElse(null)).run();
    }

    private Result run() {
        digests();
        int quotes = 0;
        int verbatim = 0;
        int computed = 0;
        try {
            Report report = files.report();
            problems.addAll(report.problems());
            Sources sources = Sources.of(job);
            for (LedgerEntry entry : report.ledger()) {
                for (ShownQuote quote : entry.quotes()) {
                    quotes++;
                    verbatim += stands(quote, entry.claimId(), sources) ? 1 : 0;
                }
            }
            computed = report.statements().size()
                    - (int) report.statements().stream()
                            .filter(Quoted.class::isInstance)
                            .count();
            claims(sources);
            filters(report);
            again(report);
        } catch (RuntimeException broken) {
            // Files that were altered may break any reader's assumption: here that is a finding, not a fault of ours.
            problems.add("the job's files do not hold together: " + broken.getMessage());
        }
        return new Result(quotes, verbatim, computed, snapshot != null, problems);
    }

    private void digests() {
        JobState state = job.state();
        Map<String, String> now = job.digests();
        state.digests().forEach((name, digest) -> {
            String found = now.get(name);
            if (found == null) {
                problems.add(name + " is missing");
            } else if (!found.equals(digest)) {
                problems.add(name + " is not what the job wrote");
            }
        });
    }

    private boolean stands(ShownQuote shown, String claimId, Sources sources) {
        WrittenQuote quote = shown.quote();
        Optional<Text> text = sources.findText(quote.location().textId());
        if (text.isEmpty()) {
            problems.add("claim " + claimId + ": its text is not in " + Sources.FILE);
            return false;
        }
        if (!reads(quote, text.get(), claimId)) {
            return false;
        }
        Section section = text.get().sections().get(quote.location().section());
        int from = quote.location().start() - shown.before().length();
        if (from < 0 || !section.content().startsWith(shown.context(), from)) {
            problems.add("claim " + claimId + ": other words stand around its quote");
            return false;
        }
        return snapshot == null || standsInSnapshot(snapshot, quote, claimId);
    }

    private boolean standsInSnapshot(Snapshot pinned, WrittenQuote quote, String claimId) {
        Optional<Text> text = pinned.findText(quote.location().textId());
        if (text.isEmpty()) {
            problems.add("claim " + claimId + ": the snapshot does not have its text");
            return false;
        }
        return reads(quote, text.get(), claimId);
    }

    private boolean reads(WrittenQuote quote, Text text, String claimId) {
        try {
            quote.check(text);
            return true;
        } catch (AlteredQuoteException | WrongInputException altered) {
            problems.add("claim " + claimId + ": " + altered.getMessage());
            return false;
        }
    }

    /// Claims that no report prints are checked too: they are what the verdicts are on.
    private void claims(Sources sources) {
        for (WrittenClaim claim : files.claims()) {
            try {
                claim.check(sources.text(claim.quotes().getFirst().location().textId()));
            } catch (AlteredQuoteException | WrongInputException | IllegalStateException altered) {
                problems.add("claim " + claim.id() + ": " + altered.getMessage());
            }
        }
        if (!files.verdicts().equals(Steps.verdicts(job))) {
            problems.add("judging the claims again gives other verdicts");
        }
    }

    private void filters(Report report) {
        Filter asked = Filters.asked(job.request());
        Filter eligible = Filters.eligible(job.request());
        for (Retrieved line : files.retrieved()) {
            IndexedArticle article = new IndexedArticle(line.article(), line.design());
            boolean cited = report.references().stream()
                    .anyMatch(reference ->
                            reference.articleId().equals(line.article().id()));
            if (!(cited ? eligible : asked).accepts(article)) {
                problems.add(line.article().id() + " is in the job although the request excludes it");
            }
        }
    }

    /// Makes the report and its page again, from the job's other files, and compares the bytes.
    private void again(Report report) {
        Basis stated = report.basis();
        Basis basis = new Basis(
                stated.snapshotId(),
                stated.corpusVersion(),
                stated.corpusDigest(),
                stated.contentDigest(),
                stated.standingAsOf(),
                stated.articles(),
                stated.passages(),
                Steps.stepFiles(job),
                stated.software());
        if (!stated.software().equals(Steps.SOFTWARE)) {
            return;
        }
        Report made = new ReportAssembler(job.request(), files.plan(), basis, files.joined()).assemble(report.id());
        if (!JsonReport.write(made).equals(words("report.json"))) {
            problems.add("making the report again from the job's files gives another report");
        }
        if (job.has(Step.RENDER.output()) && !HtmlRenderer.render(made).equals(words(Step.RENDER.output()))) {
            problems.add("rendering the report again gives another page");
        }
    }

    private String words(String name) {
        try {
            return Files.readString(job.file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
