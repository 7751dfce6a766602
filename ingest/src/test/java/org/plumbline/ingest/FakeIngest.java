package org.plumbline.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.JsonLinesReader;

/// Ingests files of deliveries as JSON lines: a program of its own, to be killed by tests or to drive a cluster.
/// Arguments: home, path, and Spark's master unless it is local.
public final class FakeIngest {

    private FakeIngest() {}

    public static void main(String[] args) {
        try (Intake intake = Intake.open(Path.of(args[0]), args.length > 2 ? args[2] : "local[2]", Clock.systemUTC())) {
            var _ = intake.take(Source.PUBMED, JsonLinesReader::new, List.of(Path.of(args[1])));
        }
    }
}
