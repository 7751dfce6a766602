package org.plumbline.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.ingest.ServiceOptions.Step;
import org.plumbline.ingest.services.IntegritySettings;
import org.plumbline.ingest.services.ServiceAddresses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ingest integrity`: everything that says whether articles still stand, for a scheduler.
@Command(
        name = "integrity",
        description = "Brings the standing of all articles up to date: Retraction Watch and Crossref's notices.",
        footer = {
            "",
            "Example: plumbline ingest integrity --json",
            "Which sources are asked, and since when at first, stands under integrity: in plumbline.yaml.",
            "Each run goes on where the last one ended."
        },
        mixinStandardHelpOptions = true)
final class IntegrityCommand implements Callable<Integer> {

    private static final int DAYS_AT_FIRST = 30;

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() {
        IntegritySettings settings = IntegritySettings.read(options.home());
        ServiceAddresses addresses = ServiceAddresses.read(options.home());
        LocalDate first = settings.firstDay()
                .orElse(LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC))
                        .minusDays(DAYS_AT_FIRST));
        List<Step> steps = new ArrayList<>();
        for (String source : settings.sources()) {
            steps.add(
                    source.equals(IntegritySettings.RETRACTION_WATCH)
                            ? RetractionsCommand.step(addresses.retractionWatch())
                            : CrossrefCommand.updates(addresses, Optional.empty(), Optional.of(first)));
        }
        return options.run(steps);
    }
}
