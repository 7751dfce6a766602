package org.plumbline.ingest;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ingest quarantine`: the input that could not be taken, with its place and reason; alone, it lists.
@Command(
        name = "quarantine",
        description = "Lists, shows and retries the input that could not be taken.",
        footer = {"", "Example: plumbline ingest quarantine list --source pubmed --reason truncated"},
        subcommands = {QuarantineListCommand.class, QuarantineShowCommand.class, QuarantineRetryCommand.class},
        mixinStandardHelpOptions = true)
final class QuarantineCommand implements Callable<Integer> {

    @Mixin
    private final QuarantineListing listing = new QuarantineListing();

    @Override
    public Integer call() {
        return listing.print();
    }
}
