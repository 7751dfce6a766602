package org.plumbline.ingest;

import io.delta.kernel.data.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.KernelTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest quarantine`: the input that could not be taken, with its place and reason.
@Command(
        name = "quarantine",
        description = "Lists the input that could not be taken, with its place and reason.",
        mixinStandardHelpOptions = true)
final class QuarantineCommand implements Callable<Integer> {

    private static final String TABLE = "quarantine";
    private static final List<String> COLUMNS = List.of("run", "source", "file", "place", "reason", "message");

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(arity = "0..1", paramLabel = "list", hidden = true)
    private String action = "list";

    @Option(names = "--json", description = "print one JSON object a line, the count last")
    private boolean json;

    @Override
    public Integer call() {
        if (!action.equals("list")) {
            throw new WrongInputException("ingest quarantine " + action + ": the only thing to do is list");
        }
        CorpusHome corpus = CorpusHome.existing(home.home());
        Optional<Long> version = CurrentCorpus.find(corpus)
                .flatMap(current -> Optional.ofNullable(current.tables().get(TABLE)));
        long[] count = new long[1];
        version.ifPresent(at -> new KernelTable(corpus.table(TABLE)).forEach(at, COLUMNS, row -> {
            count[0]++;
            System.out.println(json ? Json.line(object(row)) : Printable.line(words(row)));
        }));
        System.out.println(json ? "{\"quarantined\":" + count[0] + "}" : count[0] + " in quarantine");
        return Commands.DONE;
    }

    private static String words(Row row) {
        String place = row.getString(3).isEmpty() ? "" : ", " + row.getString(3);
        return row.getString(2) + place + ": " + row.getString(4) + ": " + row.getString(5);
    }

    private static Map<String, String> object(Row row) {
        Map<String, String> object = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            object.put(COLUMNS.get(i), row.getString(i));
        }
        return object;
    }
}
