package org.plumbline.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Commands;
import org.plumbline.ingest.text.JsonLinesReader;
import picocli.CommandLine.Command;

/// Ingests files of deliveries as JSON lines: a program of its own, to be killed by tests or to drive a cluster.
/// Arguments: home, path, and Spark's master unless it is local.
public final class FakeIngest {

    private FakeIngest() {}

    public static void main(String[] args) {
        int code = Commands.run(new Ingest(List.of(args)), new String[0]);
        if (code != Commands.DONE) {
            System.exit(code);
        }
    }

    @Command
    private record Ingest(List<String> args) implements Callable<Integer> {

        @Override
        public Integer call() {
            String master = args.size() > 2 ? args.get(2) : "local[2]";
            try (Intake intake = Intake.open(Path.of(args.getFirst()), master, Clock.systemUTC())) {
                var _ = intake.take(Source.PUBMED, JsonLinesReader::new, List.of(Path.of(args.get(1))));
            }
            return Commands.DONE;
        }
    }
}
