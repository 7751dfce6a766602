package org.plumbline.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ingest status`: what the corpus holds and how fresh it is, as its published version says.
@Command(
        name = "status",
        description = "Says what is in the corpus and how fresh it is.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        Optional<CurrentCorpus> current = CurrentCorpus.find(CorpusHome.existing(home.home()));
        if (json) {
            System.out.println(current.map(Json::line).orElse("{\"version\":0}"));
        } else {
            System.out.println(current.map(StatusCommand::words)
                    .orElse("The corpus in " + home.home()
                            + " is empty. Take something in with: plumbline ingest pubmed PATH, or: ingest pmc PATH"));
        }
        return Commands.DONE;
    }

    private static String words(CurrentCorpus corpus) {
        CurrentCorpus.Counts counts = corpus.counts();
        StringBuilder words = new StringBuilder();
        words.append("corpus      version %d, digest %s…%n"
                .formatted(corpus.version(), corpus.digest().substring(0, 12)));
        words.append("articles    %,d, %,d with full text%n".formatted(counts.articles(), counts.fullTexts()));
        counts.standings()
                .forEach((standing, n) -> words.append("            %,d %s%n"
                        .formatted(n, standing.toLowerCase(Locale.ROOT).replace('_', ' '))));
        counts.records()
                .forEach((source, records) -> words.append("%-11s %,d records, %,d deleted; newest file %s%n"
                        .formatted(
                                source.name().toLowerCase(Locale.ROOT),
                                records.live(),
                                records.deleted(),
                                Printable.line(records.newestFile()))));
        corpus.sources()
                .forEach((source, run) -> words.append(
                        "last run    %s, %s%n".formatted(source.name().toLowerCase(Locale.ROOT), run.ended())));
        return words.append("quarantine  %,d".formatted(counts.quarantined())).toString();
    }
}
