package org.plumbline.research;

import java.io.IOException;
import java.nio.file.Files;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.pipeline.JobFiles;
import org.plumbline.research.report.html.HtmlRenderer;
import org.plumbline.research.report.markdown.MarkdownRenderer;

/// The forms in which a report is handed over; named as they are typed.
enum ReportFormat {
    html {
        @Override
        String render(JobDirectory job) {
            return HtmlRenderer.render(new JobFiles(job).report());
        }
    },
    md {
        @Override
        String render(JobDirectory job) {
            return MarkdownRenderer.render(new JobFiles(job).report());
        }
    },
    json {
        @Override
        String render(JobDirectory job) throws IOException {
            return Files.readString(job.file("report.json"));
        }
    };

    abstract String render(JobDirectory job) throws IOException;
}
