package org.plumbline.ingest;

import java.util.concurrent.Callable;
import org.plumbline.citations.Source;
import org.plumbline.ingest.pubmed.PubmedReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ingest pubmed PATH…`
@Command(
        name = "pubmed",
        description = "Takes PubMed citation files: NLM's baseline and updatefiles, or any .xml and .xml.gz.",
        mixinStandardHelpOptions = true)
final class PubmedCommand implements Callable<Integer> {

    @Mixin
    private final IngestOptions options = new IngestOptions();

    @Override
    public Integer call() {
        return options.run(Source.PUBMED, PubmedReader::new);
    }
}
