package org.plumbline.ingest;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.MasterOption;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CorpusLock;
import org.plumbline.ingest.spark.Upkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ingest optimize`
@Command(
        name = "optimize",
        description = {
            "Packs the small files that updates leave, and removes versions that no reader needs any more.",
            "Once a week is enough. Example: plumbline ingest optimize --retain P7D"
        },
        mixinStandardHelpOptions = true)
final class OptimizeCommand implements Callable<Integer> {

    /// An index build reads one version for so long at most.
    private static final Duration LEAST_RETAINED = Duration.ofHours(1);

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final MasterOption master = new MasterOption();

    @Option(
            names = "--retain",
            paramLabel = "DURATION",
            defaultValue = "P7D",
            description =
                    "how long versions that were replaced stay readable, at least PT1H (default: ${DEFAULT-VALUE})")
    private Duration retain = Duration.ofDays(7);

    @Option(names = "--json", description = "print one JSON object a table, the sum last")
    private boolean json;

    /// All tables together.
    private record Sum(long filesPacked, long filesWritten, long bytesBefore, long bytesAfter) {

        static Sum of(List<Upkeep.Kept> tables) {
            return new Sum(
                    tables.stream().mapToLong(Upkeep.Kept::filesPacked).sum(),
                    tables.stream().mapToLong(Upkeep.Kept::filesWritten).sum(),
                    tables.stream().mapToLong(Upkeep.Kept::bytesBefore).sum(),
                    tables.stream().mapToLong(Upkeep.Kept::bytesAfter).sum());
        }
    }

    @Override
    public Integer call() {
        if (retain.compareTo(LEAST_RETAINED) < 0) {
            throw new WrongInputException("--retain " + retain
                    + ": an index build may still read what was replaced; give at least " + LEAST_RETAINED);
        }
        PrintStream out = System.out;
        // Delta tells of its removals on stdout, where only the result belongs.
        System.setOut(System.err);
        CorpusHome corpus = CorpusHome.existing(home.home());
        List<Upkeep.Kept> tables;
        try (CorpusLock _ = CorpusLock.take(corpus);
                Upkeep upkeep = Upkeep.open(master.master(), corpus, Clock.systemUTC())) {
            tables = upkeep.run(retain, Progress.toTerminal());
        }
        print(out, tables, Sum.of(tables));
        return Commands.DONE;
    }

    private void print(PrintStream out, List<Upkeep.Kept> tables, Sum sum) {
        if (json) {
            tables.forEach(table -> out.println(Json.line(table)));
            out.println(Json.line(sum));
        } else {
            tables.forEach(table -> out.printf(
                    "%-11s %,5d files packed into %,d; %.1f MB, before %.1f MB%n",
                    table.table(),
                    table.filesPacked(),
                    table.filesWritten(),
                    table.bytesAfter() / 1e6,
                    table.bytesBefore() / 1e6));
            out.printf("all         %.1f MB, before %.1f MB%n", sum.bytesAfter() / 1e6, sum.bytesBefore() / 1e6);
        }
    }
}
