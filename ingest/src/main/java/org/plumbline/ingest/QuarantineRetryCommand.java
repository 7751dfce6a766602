package org.plumbline.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.HomeSettings;
import org.plumbline.citations.command.MasterOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.document.DocumentSettings;
import org.plumbline.ingest.watch.Quarantine;
import org.plumbline.ingest.watch.QuarantineEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest quarantine retry`: takes the files of entries again, from where they lay, after something was mended.
@Command(
        name = "retry",
        description = {
            "Takes the files of these entries again, from where they lay: after a file was mended or fetched again,"
                    + " or after an update of Plumbline.",
            "Ends with 1 where something is still refused or a file is gone."
        },
        footer = {"", "Example: plumbline ingest quarantine retry --source pubmed --reason truncated"},
        mixinStandardHelpOptions = true)
final class QuarantineRetryCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final MasterOption master = new MasterOption();

    @Parameters(arity = "0..*", paramLabel = "ID", description = "as quarantine list prints them")
    private List<String> ids = List.of();

    @Mixin
    private final QuarantineSelection selection = new QuarantineSelection();

    @Option(names = "--all", description = "everything that is open")
    private boolean all;

    @Option(names = "--json", description = "print the runs' reports as JSON lines, a summary last")
    private boolean json;

    /// What came of it.
    ///
    /// @param files that were read again
    /// @param open entries of these files that are open still, or anew
    /// @param gone files that do not lie any more where they lay
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Summary(int entries, int files, long open, SortedSet<String> gone) {}

    @Override
    public Integer call() {
        selection.check();
        if (ids.isEmpty() && !all && !selection.isGiven()) {
            throw new WrongInputException("retry what? Give ids, or --source, --reason, --run, --file, or --all");
        }
        CorpusHome corpus = CorpusHome.existing(home.home());
        Map<Source, SortedSet<Path>> lying = new EnumMap<>(Source.class);
        SortedSet<String> gone = new TreeSet<>();
        int[] chosen = new int[1];
        Quarantine.of(corpus).forEachOpen(entry -> {
            if (isChosen(entry)) {
                chosen[0]++;
                place(entry, lying, gone);
            }
        });
        if (chosen[0] == 0) {
            throw new WrongInputException(
                    "nothing open was chosen; see plumbline ingest quarantine list" + (ids.isEmpty() ? "" : " --all"));
        }
        SortedSet<String> read = new TreeSet<>();
        lying.values().forEach(paths -> paths.forEach(path -> read.add(path.toString())));
        if (!lying.isEmpty()) {
            takeAgain(lying);
        }
        Summary summary = new Summary(chosen[0], read.size(), stillOpen(corpus, read), gone);
        System.out.println(json ? Json.line(summary) : words(summary));
        return summary.open() == 0 && gone.isEmpty() ? Commands.DONE : Commands.FOUND;
    }

    private boolean isChosen(QuarantineEntry entry) {
        boolean named = ids.isEmpty() || ids.stream().anyMatch(entry.id()::startsWith);
        return named && selection.accepts(entry);
    }

    private static void place(QuarantineEntry entry, Map<Source, SortedSet<Path>> lying, SortedSet<String> gone) {
        if (!entry.path().isEmpty() && Files.exists(Path.of(entry.path()))) {
            lying.computeIfAbsent(Taking.source(entry), _ -> new TreeSet<>()).add(Path.of(entry.path()));
        } else {
            gone.add(entry.path().isEmpty() ? entry.file() : entry.path());
        }
    }

    private void takeAgain(Map<Source, SortedSet<Path>> lying) {
        DocumentSettings settings =
                HomeSettings.read(home.home()).section(DocumentSettings.SECTION, DocumentSettings.class);
        try (Intake intake = Intake.open(home.home(), master.master(), Clock.systemUTC())) {
            for (Map.Entry<Source, SortedSet<Path>> files : lying.entrySet()) {
                RunReport report = Taking.again(intake, files.getKey(), List.copyOf(files.getValue()), settings);
                System.out.println(json ? Json.line(report) : RunSummary.of(report));
            }
        }
    }

    private static long stillOpen(CorpusHome corpus, SortedSet<String> read) {
        long[] open = new long[1];
        Quarantine.of(corpus).forEachOpen(entry -> open[0] += read.contains(entry.path()) ? 1 : 0);
        return open[0];
    }

    private static String words(Summary summary) {
        StringBuilder words = new StringBuilder("%,d entries: %,d files read again, %,d entries of them open"
                .formatted(summary.entries(), summary.files(), summary.open()));
        summary.gone()
                .forEach(file ->
                        words.append("%n%s: gone; fetch it again, then ingest it".formatted(Printable.line(file))));
        return words.toString();
    }
}
