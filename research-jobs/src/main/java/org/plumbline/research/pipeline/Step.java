package org.plumbline.research.pipeline;

import java.util.List;
import org.plumbline.index.Snapshot;
import org.plumbline.research.job.JobDirectory;

/// One stage of a job. It reads the files of the steps before it and the job's snapshot, and leaves its own: once
/// its [#output] is there, the step is done for good.
enum Step {
    PLAN("plan.json", "planning") {
        @Override
        void run(JobDirectory job, Snapshot snapshot) {
            Steps.plan(job, snapshot);
        }
    },
    RETRIEVE("passages.jsonl", "searching") {
        @Override
        void run(JobDirectory job, Snapshot snapshot) {
            Steps.retrieve(job, snapshot);
        }
    },
    SELECT("evidence.jsonl", "reading") {
        @Override
        void run(JobDirectory job, Snapshot snapshot) {
            Steps.select(job, snapshot);
        }
    },
    CLAIM("claims.jsonl", "quoting") {
        @Override
        void run(JobDirectory job, Snapshot snapshot) {
            Steps.claim(job, snapshot);
        }
    },
    JUDGE("verdicts.jsonl", "verifying") {
        @Override
        void run(JobDirectory job, Snapshot snapshot) {
            Steps.judge(job);
        }
    },
    REPORT("report.json", "writing the report") {
        @Override
        void run(JobDirectory job, Snapshot snapshot) {
            Steps.report(job, snapshot);
        }
    },
    RENDER("report.html", "rendering") {
        @Override
        void run(JobDirectory job, Snapshot snapshot) {
            Steps.render(job);
        }
    };

    private final String output;
    private final String doing;

    Step(String output, String doing) {
        this.output = output;
        this.doing = doing;
    }

    /// The file whose presence says that the step is done; what else the step leaves is written before it.
    String output() {
        return output;
    }

    /// What it does, for people who watch.
    String doing() {
        return doing;
    }

    abstract void run(JobDirectory job, Snapshot snapshot);

    static List<Step> all() {
        return List.of(values());
    }
}
