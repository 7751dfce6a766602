package org.plumbline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.watch.NextStep;
import org.plumbline.ingest.watch.Quarantine;
import org.plumbline.ingest.watch.QuarantineEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest quarantine show ID`: all that is known of one entry, and what to do next.
@Command(
        name = "show",
        description = "Shows one entry: where it was, why it was refused, what to do next.",
        footer = {"", "Example: plumbline ingest quarantine show 4f1b09c2aa"},
        mixinStandardHelpOptions = true)
final class QuarantineShowCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "ID", description = "as quarantine list prints it; its first digits will do")
    private String id = "";

    @Option(names = "--json", description = "print one JSON object a line, one for each run that noted it")
    private boolean json;

    @Override
    public Integer call() {
        List<QuarantineEntry> found = new ArrayList<>();
        Quarantine.of(CorpusHome.existing(home.home())).forEachWhole(entry -> {
            if (!id.isEmpty() && entry.id().startsWith(id)) {
                found.add(entry);
            }
        });
        List<String> ids = found.stream().map(QuarantineEntry::id).distinct().toList();
        if (ids.size() != 1) {
            throw new WrongInputException(
                    ids.isEmpty()
                            ? "entry \"" + id + "\": none begins so; see plumbline ingest quarantine list --all"
                            : "entry \"" + id + "\": " + ids.size() + " begin so; give more digits of one");
        }
        found.forEach(entry -> System.out.println(json ? Json.line(entry) : page(entry)));
        return Commands.DONE;
    }

    private static String page(QuarantineEntry entry) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("entry", entry.id() + (entry.open() ? "" : ", resolved by " + entry.resolvedBy()));
        facts.put("run", entry.run());
        facts.put("source", entry.source().word());
        facts.put("file", entry.path().isEmpty() ? entry.file() : entry.path());
        facts.put("place", entry.place().isEmpty() ? "the whole file" : entry.place());
        facts.put("reason", entry.reason() + ": " + entry.message());
        facts.put("next", NextStep.after(entry));
        StringBuilder page = new StringBuilder();
        facts.forEach((name, words) -> page.append("%-8s%s%n".formatted(name, Printable.line(words))));
        block(page, "it begins", entry.sample());
        block(page, "trace", entry.trace());
        return page.toString();
    }

    private static void block(StringBuilder page, String name, String words) {
        if (!words.isEmpty()) {
            page.append(name).append(":\n").append(Printable.page(words).indent(4));
        }
    }
}
