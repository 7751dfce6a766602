package org.plumbline.ingest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.command.TextTable;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.watch.RunLine;
import org.plumbline.ingest.watch.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest runs`: what each run did, and the tries that failed.
@Command(
        name = "runs",
        description = "Lists what each run did, newest first, and the tries that failed; with RUN: its whole report.",
        footer = {"", "Example: plumbline ingest runs --source pubmed --limit 5"},
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "the id of one run; its beginning will do")
    private @Nullable String run;

    @Option(names = "--source", paramLabel = "SOURCE", description = "of this source only, such as pubmed")
    private @Nullable String source;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "how many (${DEFAULT-VALUE})")
    private int limit = 20;

    @Option(names = "--json", description = "print one JSON object a line, the count last")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new WrongInputException("--limit " + limit + ": expected a number from 1 on");
        }
        CorpusHome corpus = CorpusHome.existing(home.home());
        Optional<Source> only = Optional.ofNullable(source).map(Source::named);
        if (run != null) {
            RunLine line = one(Runs.newest(corpus, only, Integer.MAX_VALUE), run);
            System.out.println(json ? Json.line(line) : page(line));
            return Commands.DONE;
        }
        List<RunLine> lines = Runs.newest(corpus, only, limit);
        if (json) {
            lines.forEach(line -> System.out.println(Json.line(line)));
            System.out.println("{\"runs\":" + lines.size() + "}");
        } else {
            System.out.println(lines.isEmpty() ? "no runs yet" : table(lines));
        }
        return Commands.DONE;
    }

    private static RunLine one(List<RunLine> lines, String run) {
        List<RunLine> found = lines.stream()
                .filter(line -> !run.isEmpty() && line.run().startsWith(run))
                .toList();
        if (found.size() != 1) {
            throw new WrongInputException("run \"" + run + "\": "
                    + (found.isEmpty() ? "none begins so" : found.size() + " begin so")
                    + "; see plumbline ingest runs");
        }
        return found.getFirst();
    }

    private static String page(RunLine line) {
        RunReport report = line.report();
        return "run         " + line.run() + "\nstarted     " + line.started() + "\nended       " + line.ended() + "\n"
                + (report == null ? Printable.line(line.fault()) : RunSummary.of(report));
    }

    private static String table(List<RunLine> lines) {
        TextTable table = new TextTable(
                "started",
                "source",
                "files",
                "seen",
                "new",
                "revised",
                "deleted",
                "unchanged",
                "quarantined",
                "duplicates",
                "MB",
                "time",
                "run");
        for (RunLine line : lines) {
            RunReport report = line.report();
            if (report == null) {
                table.add(line.started(), line.source(), "", "", "", "", "", "", "", "", "", "", outcome(line));
            } else {
                RunReport.Records records = report.records();
                table.add(
                        line.started(),
                        line.source(),
                        report.files().read(),
                        records.seen(),
                        records.added(),
                        records.revised(),
                        records.deleted(),
                        records.unchanged(),
                        report.countQuarantined(),
                        report.duplicates().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        "%.1f".formatted(report.bytes() / 1e6),
                        "%.1f s".formatted(report.seconds()),
                        line.run());
            }
        }
        return table.toString();
    }

    private static String outcome(RunLine line) {
        return switch (line.outcome()) {
            case PUBLISHED -> line.run();
            case RUNNING -> "running";
            case FAILED -> "FAILED: " + line.fault();
            case CUT_OFF -> "CUT OFF: " + line.fault();
        };
    }
}
