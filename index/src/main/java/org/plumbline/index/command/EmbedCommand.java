package org.plumbline.index.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.embed.EmbedJob;
import org.plumbline.index.embed.EmbedJob.Embedded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `index embed`.
@Command(
        name = "embed",
        mixinStandardHelpOptions = true,
        description = {
            "Computes the vectors of articles that have none, newest first, and publishes a snapshot with them.",
            "Killed anywhere it goes on the next time. Example: plumbline index embed --limit 100000"
        })
final class EmbedCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--limit", paramLabel = "N", description = "at most N articles (default: all)")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw new WrongInputException("--limit " + limit + ": give 0 or more");
        }
        Embedded done = new EmbedJob(home.home(), Progress.toTerminal()).run(limit);
        System.out.println(json ? Json.line(done) : words(done));
        return Commands.DONE;
    }

    private static String words(Embedded done) {
        return "snapshot %s: %,d of %,d articles have a vector (%,d new)"
                .formatted(done.snapshot(), done.covered(), done.articles(), done.embedded());
    }
}
