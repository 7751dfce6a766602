package org.plumbline.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.ingest.watch.Metrics;
import org.plumbline.ingest.watch.Status;
import org.plumbline.ingest.watch.StatusPage;
import org.plumbline.ingest.watch.StatusReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ingest status`: what the corpus holds, how fresh each source is, and what is wrong.
@Command(
        name = "status",
        description = "Says what is in the corpus, how fresh each source is, and what is wrong.",
        footer = {
            "",
            "Example: plumbline ingest status --check --metrics /var/lib/node_exporter/plumbline.prom",
            "Targets stand in plumbline.yaml (docs/settings.md)."
        },
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final String STDOUT = "-";

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Option(names = "--check", description = "end with exit code 1 when a source is late, missing or failing")
    private boolean check;

    @Option(
            names = "--metrics",
            arity = "0..1",
            fallbackValue = STDOUT,
            paramLabel = "FILE",
            description = "write Prometheus' text format into this file, whole or not at all; without FILE: print it")
    private @Nullable String metrics;

    @Override
    public Integer call() {
        Status status = StatusReader.read(home.home(), Clock.systemUTC());
        if (STDOUT.equals(metrics)) {
            System.out.print(Metrics.text(status));
        } else {
            if (metrics != null) {
                write(Path.of(metrics), Metrics.text(status));
            }
            System.out.println(json ? Json.line(status) : StatusPage.of(status));
        }
        return check && !status.healthy() ? Commands.FOUND : Commands.DONE;
    }

    private static void write(Path file, String text) {
        Path target = file.toAbsolutePath();
        Path fresh = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WrongInputException(
                    "--metrics " + file + ": cannot be written (" + e.getClass().getSimpleName()
                            + "); name a file in a folder that this user may write",
                    e);
        }
    }
}
