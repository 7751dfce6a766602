package org.plumbline.ingest;

import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.ingest.fetch.FetchReport;
import org.plumbline.ingest.fetch.Traffic;

/// A fetch's report for people.
final class FetchSummary {

    private FetchSummary() {}

    static String of(FetchReport report) {
        Traffic.Totals traffic = report.traffic();
        StringBuilder lines = new StringBuilder();
        lines.append(line(
                "fetched",
                "%,d of %,d listed (%,d known, %,d removed) from %s"
                        .formatted(
                                report.fetched(), report.listed(), report.known(), report.removed(), report.from())));
        lines.append(line(
                "net",
                String.format(
                        Locale.ROOT,
                        "%,d requests, %,d retried, %,d resumed, %.1f MB in %.1f s",
                        traffic.requests(),
                        traffic.retried(),
                        traffic.resumed(),
                        traffic.bytes() / 1e6,
                        report.seconds())));
        if (!report.setAside().isEmpty()) {
            lines.append(line(
                    "set aside",
                    report.setAside().entrySet().stream()
                            .map(kind -> "%,d %s".formatted(kind.getValue(), kind.getKey()))
                            .collect(Collectors.joining(", "))));
        }
        return lines.append(line("missing", "%,d".formatted(report.missingInAll())))
                .toString()
                .stripTrailing();
    }

    private static String line(String name, String words) {
        return "%-12s%s%n".formatted(name, words);
    }
}
