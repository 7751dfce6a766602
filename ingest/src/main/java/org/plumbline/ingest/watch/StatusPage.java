package org.plumbline.ingest.watch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.command.Ages;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.command.TextTable;
import org.plumbline.ingest.watch.SourceStatus.Freshness;

/// The state of the intake for a person at a terminal: what is wrong first, then each source, then the corpus.
public final class StatusPage {

    private static final int DIGEST_SHOWN = 12;

    private StatusPage() {}

    public static String of(Status status) {
        Status.Corpus corpus = status.corpus();
        if (corpus.version() == 0 && status.sources().isEmpty()) {
            return "The corpus in " + status.home() + " is empty. Take something in with: plumbline ingest pubmed PATH,"
                    + " or: ingest pmc PATH";
        }
        StringBuilder page = new StringBuilder();
        status.sources().stream().filter(SourceStatus::isWrong).forEach(source -> problems(source, page));
        if (!page.isEmpty()) {
            page.append('\n');
        }
        page.append(sources(status)).append("\n\n").append(corpus(corpus));
        return page.toString();
    }

    private static void problems(SourceStatus source, StringBuilder page) {
        SourceStatus.Failure failure = source.lastFailure();
        if (source.failing() && failure != null) {
            page.append("FAILING  %s: %s %s: %s%n"
                    .formatted(
                            source.source(),
                            source.failuresInARow() == 1 ? "the last" : "the last " + source.failuresInARow(),
                            failure.work() + (source.failuresInARow() == 1 ? " failed" : " tries failed"),
                            Printable.line(failure.reason())));
        }
        if (source.freshness() == Freshness.LATE) {
            page.append("LATE     %s: by %s; last success %s, target %s%n"
                    .formatted(
                            source.source(), Ages.words(source.lateSeconds()), source.lastSuccess(), source.target()));
        }
        if (source.freshness() == Freshness.NEVER) {
            page.append("NEVER    %s: has a target (%s) and no run of it ever went through%n"
                    .formatted(source.source(), source.target()));
        }
    }

    private static String sources(Status status) {
        TextTable table = new TextTable(
                "source", "state", "last success", "target", "live", "deleted", "quarantined", "last run", "newest");
        for (SourceStatus source : status.sources()) {
            Long age = source.ageSeconds();
            String target = source.target();
            table.add(
                    source.source(),
                    state(source),
                    age == null ? "never" : Ages.words(age) + " ago",
                    target == null ? "none" : target,
                    source.live(),
                    source.deleted(),
                    source.countQuarantined(),
                    lastRun(source.lastRun()),
                    source.newestFile().isEmpty() ? "–" : source.newestFile());
        }
        return table.toString();
    }

    private static String state(SourceStatus source) {
        String freshness = switch (source.freshness()) {
            case FRESH -> "fresh";
            case LATE -> "late";
            case NEVER -> "never";
            case NO_TARGET -> "no target";
        };
        String failing = source.failing() ? "failing, " : "";
        return failing + freshness + (source.running() == null ? "" : ", running");
    }

    private static String lastRun(SourceStatus.@Nullable Run run) {
        return run == null
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%,d records in %s, %,.0f/s",
                        run.seen(),
                        Ages.words(Math.round(run.seconds())),
                        run.recordsPerSecond());
    }

    private static String corpus(Status.Corpus corpus) {
        StringBuilder words = new StringBuilder();
        words.append("corpus      version %d, digest %s, %,.1f MB on disk%n"
                .formatted(
                        corpus.version(),
                        corpus.digest()
                                .substring(
                                        0,
                                        Math.min(DIGEST_SHOWN, corpus.digest().length())),
                        corpus.bytes().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()
                                / 1e6));
        words.append("articles    %,d, %,d with full text%n".formatted(corpus.articles(), corpus.fullTexts()));
        corpus.standings()
                .forEach((standing, count) -> words.append("            %,d %s%n"
                        .formatted(count, standing.toLowerCase(Locale.ROOT).replace('_', ' '))));
        words.append("quarantine  %,d open".formatted(corpus.quarantined()));
        return words.append(corpus.quarantined() == 0 ? "" : "; see plumbline ingest quarantine list")
                .toString();
    }
}
