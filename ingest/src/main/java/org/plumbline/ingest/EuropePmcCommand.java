package org.plumbline.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.ServiceOptions.Step;
import org.plumbline.ingest.europepmc.EuropePmcReader;
import org.plumbline.ingest.services.EuropePmcQuery;
import org.plumbline.ingest.services.ServiceAddresses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest europepmc [PATH…] [--query QUERY]`
@Command(
        name = "europepmc",
        description = "Takes what Europe PMC finds: abstracts on a topic, preprints among them.",
        footer = {
            "",
            "Example: plumbline ingest europepmc --query 'TITLE:gout AND PUB_TYPE:\"randomized controlled trial\"'",
            "The query goes to Europe PMC as it is written: no patient's data belong into it."
        },
        mixinStandardHelpOptions = true)
final class EuropePmcCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 1_000;

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "answers kept as JSON, or folders with them")
    private List<Path> paths = List.of();

    @Option(names = "--query", paramLabel = "QUERY", description = "in Europe PMC's language")
    private String query = "";

    @Option(names = "--rows", hidden = true, description = "records a page")
    private int rows = MOST_ROWS;

    @Override
    public Integer call() {
        if (paths.isEmpty() && query.isBlank()) {
            throw new WrongInputException("ingest europepmc: nothing to take; name a PATH or --query QUERY");
        }
        List<Step> steps = new ArrayList<>(
                Step.ofFiles(Source.EUROPE_PMC, EuropePmcReader::new, paths).toList());
        if (!query.isBlank()) {
            String base = ServiceAddresses.read(options.home()).europePmc();
            EuropePmcQuery asked = new EuropePmcQuery(base, query, Math.clamp(rows, 1, MOST_ROWS));
            steps.add(Step.asking(Source.EUROPE_PMC, EuropePmcReader::new, _ -> asked));
        }
        return options.run(steps);
    }
}
