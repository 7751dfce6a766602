package org.plumbline.ingest;

import java.util.function.Consumer;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.watch.Quarantine;
import org.plumbline.ingest.watch.QuarantineEntry;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What `ingest quarantine list` prints, and its options.
final class QuarantineListing {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final QuarantineSelection selection = new QuarantineSelection();

    @Option(names = "--all", description = "also what was taken since")
    private boolean all;

    @Option(names = "--json", description = "print one JSON object a line, the count last")
    private boolean json;

    int print() {
        selection.check();
        long[] count = new long[1];
        Consumer<QuarantineEntry> print = entry -> {
            if (selection.accepts(entry)) {
                count[0]++;
                System.out.println(json ? Json.line(entry) : Printable.line(words(entry)));
            }
        };
        Quarantine quarantine = Quarantine.of(CorpusHome.existing(home.home()));
        if (all) {
            quarantine.forEach(print);
        } else {
            quarantine.forEachOpen(print);
        }
        System.out.println(json ? "{\"quarantined\":" + count[0] + "}" : count[0] + " in quarantine");
        return Commands.DONE;
    }

    private static String words(QuarantineEntry entry) {
        String place = entry.place().isEmpty() ? "" : ", " + entry.place();
        String resolved = entry.open() ? "" : " (resolved by " + entry.resolvedBy() + ")";
        return entry.id() + "  " + entry.file() + place + ": " + entry.reason() + ": " + entry.message() + resolved;
    }
}
