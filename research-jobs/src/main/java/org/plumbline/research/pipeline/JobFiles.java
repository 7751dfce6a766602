package org.plumbline.research.pipeline;

import java.util.List;
import org.plumbline.citations.Verdict;
import org.plumbline.research.assemble.Evidence;
import org.plumbline.research.claim.Sources;
import org.plumbline.research.claim.WrittenClaim;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.plan.Plan;
import org.plumbline.research.report.Report;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.select.ArticleEvidence;

/// The files of a job as what they hold.
public record JobFiles(JobDirectory job) {

    public static final String REJECTED = "rejected.jsonl";
    public static final String MARKDOWN = "report.md";

    public Plan plan() {
        return job.read(Step.PLAN.output(), Plan.class);
    }

    public List<Retrieved> retrieved() {
        return job.readLines(Step.RETRIEVE.output(), Retrieved.class);
    }

    public List<ArticleEvidence> evidence() {
        return job.readLines(Step.SELECT.output(), ArticleEvidence.class);
    }

    public List<WrittenClaim> claims() {
        return job.readLines(Step.CLAIM.output(), WrittenClaim.class);
    }

    public List<Verdict> verdicts() {
        return job.readLines(Step.JUDGE.output(), Verdict.class);
    }

    public Report report() {
        return job.read(Step.REPORT.output(), Report.class);
    }

    public boolean hasReport() {
        return job.has(Step.REPORT.output());
    }

    /// All that was found, joined.
    Evidence joined() {
        return new Evidence(plan(), retrieved(), evidence(), claims(), verdicts(), Sources.of(job));
    }
}
