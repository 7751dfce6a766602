package org.plumbline.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.ServiceOptions.Step;
import org.plumbline.ingest.retractions.RetractionReader;
import org.plumbline.ingest.services.ServiceAddresses;
import org.plumbline.ingest.services.WatchList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ingest retractions [PATH|URL]`
@Command(
        name = "retractions",
        description = "Takes Retraction Watch's list, or pairs of publication and notice.",
        footer = {
            "",
            "Example: plumbline ingest retractions",
            "fetches the public list where it changed, takes it in, and withdraws the rows that are gone from it."
        },
        mixinStandardHelpOptions = true)
final class RetractionsCommand implements Callable<Integer> {

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH|URL",
            description = "a CSV or TSV file, or where to fetch it; the public list where nothing is named")
    private @Nullable String where;

    @Override
    public Integer call() {
        String named = where;
        boolean onTheNet = named == null || named.matches("(?i)https?://.*");
        if (!onTheNet) {
            return options.run(Step.ofFiles(Source.RETRACTION_WATCH, RetractionReader::new, List.of(Path.of(named)))
                    .toList());
        }
        return options.run(List.of(
                step(named == null ? ServiceAddresses.read(options.home()).retractionWatch() : named)));
    }

    static Step step(String address) {
        URI list;
        try {
            list = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new WrongInputException(address + ": no address; expected https://…", e);
        }
        return Step.of(Source.RETRACTION_WATCH, RetractionReader::new, (web, answers) -> {
            var _ = new WatchList(web, answers).fetch(list);
            return Optional.empty();
        });
    }
}
