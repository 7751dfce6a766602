package org.plumbline.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.JsonLinesReader;

/// Ingests files of deliveries as JSON lines: a program to be killed by tests. Arguments: home, path.
final class FakeIngest {

    private FakeIngest() {}

    public static void main(String[] args) {
        try (Intake intake = Intake.open(Path.of(args[0]), "local[2]", Clock.systemUTC())) {
            var _ = intake.take(Source.PUBMED, JsonLinesReader::new, List.of(Path.of(args[1])));
        }
    }
}
