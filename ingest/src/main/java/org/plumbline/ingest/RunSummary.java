package org.plumbline.ingest;

import java.util.Locale;
import java.util.SortedMap;
import org.plumbline.ingest.corpus.RunReport;

/// A run's report for people.
final class RunSummary {

    private RunSummary() {}

    static String of(RunReport report) {
        RunReport.Files files = report.files();
        RunReport.Records records = report.records();
        StringBuilder lines = new StringBuilder();
        if (files.read() + files.refused() == 0) {
            lines.append(line("nothing new", "all %,d files were taken before".formatted(files.known())));
        } else {
            lines.append(line(report.source().name().toLowerCase(Locale.ROOT), files(report)));
            lines.append(line(
                    "records",
                    "%,d seen: %,d new, %,d revised, %,d deleted, %,d unchanged"
                            .formatted(
                                    records.seen(),
                                    records.added(),
                                    records.revised(),
                                    records.deleted(),
                                    records.unchanged())));
            lines.append(listed("set aside", report.setAside()));
            lines.append(listed("quarantine", report.quarantined()));
            lines.append(listed("duplicates", report.duplicates()));
            lines.append(listed("without", report.missing()));
        }
        String corpus = "version %d, %,d articles".formatted(report.version(), report.articles());
        return lines.append(line("corpus", corpus)).toString().stripTrailing();
    }

    private static String files(RunReport report) {
        RunReport.Files files = report.files();
        return "%,d of %,d files read (%,d known, %,d refused), %.1f MB in %.1f s"
                .formatted(
                        files.read(),
                        files.given(),
                        files.known(),
                        files.refused(),
                        report.bytes() / 1e6,
                        report.seconds());
    }

    private static String listed(String name, SortedMap<String, Long> counts) {
        if (counts.isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        counts.forEach((kind, count) ->
                words.append(words.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%,d %s", count, kind)));
        return line(name, words.toString());
    }

    private static String line(String name, String words) {
        return "%-11s %s%n".formatted(name, words);
    }
}
