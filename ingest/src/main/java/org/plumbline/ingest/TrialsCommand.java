package org.plumbline.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.ServiceOptions.Step;
import org.plumbline.ingest.services.ServiceAddresses;
import org.plumbline.ingest.services.TrialQuery;
import org.plumbline.ingest.trials.TrialReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest trials [PATH…] [--query QUERY | --ids NCT,…]`
@Command(
        name = "trials",
        description = "Takes ClinicalTrials.gov's registrations, to tell which articles report one study.",
        footer = {
            "",
            "Example: plumbline ingest trials --ids NCT00000620,NCT01206062",
            "A query goes to ClinicalTrials.gov as it is written: no patient's data belong into it."
        },
        mixinStandardHelpOptions = true)
final class TrialsCommand implements Callable<Integer> {

    private static final int MOST_ROWS = 1_000;

    /// More would make too long an address.
    private static final int IDS_A_QUERY = 100;

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "answers kept as JSON, or folders with them")
    private List<Path> paths = List.of();

    @Option(names = "--query", paramLabel = "QUERY", description = "words to search in all fields")
    private String query = "";

    @Option(names = "--ids", split = ",", paramLabel = "NCT", description = "these studies")
    private List<String> ids = List.of();

    @Option(names = "--rows", hidden = true, description = "records a page")
    private int rows = MOST_ROWS;

    @Override
    public Integer call() {
        if (paths.isEmpty() && query.isBlank() && ids.isEmpty()) {
            throw new WrongInputException("ingest trials: nothing to take; name a PATH, --query QUERY or --ids NCT,…");
        }
        ids.stream().filter(id -> !id.matches("NCT[0-9]{8}")).findFirst().ifPresent(id -> {
            throw new WrongInputException("--ids " + id + ": expected NCT and 8 digits");
        });
        List<Step> steps = new ArrayList<>(
                Step.ofFiles(Source.CLINICAL_TRIALS, TrialReader::new, paths).toList());
        String base = ServiceAddresses.read(options.home()).clinicalTrials();
        int page = Math.clamp(rows, 1, MOST_ROWS);
        for (int at = 0; at < ids.size(); at += IDS_A_QUERY) {
            steps.add(step(new TrialQuery(base, "", ids.subList(at, Math.min(ids.size(), at + IDS_A_QUERY)), page)));
        }
        if (!query.isBlank()) {
            steps.add(step(new TrialQuery(base, query, List.of(), page)));
        }
        return options.run(steps);
    }

    private static Step step(TrialQuery asked) {
        return Step.asking(Source.CLINICAL_TRIALS, TrialReader::new, _ -> asked);
    }
}
