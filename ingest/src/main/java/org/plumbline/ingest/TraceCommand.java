package org.plumbline.ingest;

import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.watch.Trace;
import org.plumbline.ingest.watch.TracePage;
import org.plumbline.ingest.watch.Tracer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest trace ID`: every record, file and run that made an article.
@Command(
        name = "trace",
        description = "Says what made an article: its records, texts, events, files and the runs that read them.",
        footer = {
            "",
            "Example: plumbline ingest trace pmid:31452104",
            "Records are shown in their newest version; earlier ones are in the history of the Delta table \"records\"."
        },
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "ID", description = "pmid:…, pmcid:…, doi:…, sha256:…, or digits where unambiguous")
    private String id = "";

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        Trace trace = Tracer.of(CorpusHome.existing(home.home()), id);
        System.out.println(json ? Json.line(trace) : TracePage.of(trace));
        return Commands.DONE;
    }
}
