package org.plumbline.ingest;

import java.util.concurrent.Callable;
import org.plumbline.citations.Source;
import org.plumbline.ingest.jats.JatsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ingest pmc PATH…`
@Command(
        name = "pmc",
        description = "Takes full texts in JATS: the layout of PMC's bucket, or any folder of .xml.",
        mixinStandardHelpOptions = true)
final class PmcCommand implements Callable<Integer> {

    @Mixin
    private final IngestOptions options = new IngestOptions();

    @Override
    public Integer call() {
        return options.run(Source.PMC, JatsReader::new);
    }
}
