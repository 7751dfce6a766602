package org.plumbline.ingest;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ingest files PATH…`
@Command(
        name = "files",
        description = "Takes a folder of PDF, DOCX, HTML, JATS, BMC, PubMed XML, nbib and RIS, told by their content.",
        mixinStandardHelpOptions = true)
final class FilesCommand implements Callable<Integer> {

    @Mixin
    private final IngestOptions options = new IngestOptions();

    @Override
    public Integer call() {
        return options.runFiles();
    }
}
