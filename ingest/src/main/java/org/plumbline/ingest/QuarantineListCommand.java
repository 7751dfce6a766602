package org.plumbline.ingest;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ingest quarantine list`
@Command(
        name = "list",
        description = "Lists the input that could not be taken, with its place and reason.",
        footer = {"", "Example: plumbline ingest quarantine list --source pubmed --file 'pubmed26n13*' --json"},
        mixinStandardHelpOptions = true)
final class QuarantineListCommand implements Callable<Integer> {

    @Mixin
    private final QuarantineListing listing = new QuarantineListing();

    @Override
    public Integer call() {
        return listing.print();
    }
}
