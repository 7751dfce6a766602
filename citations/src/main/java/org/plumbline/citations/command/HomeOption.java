package org.plumbline.citations.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The `--home` option: where Plumbline keeps its corpus, index and jobs.
public final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "where corpus, index and jobs are kept (default: $PLUMBLINE_HOME, else ~/.plumbline)")
    private @Nullable Path home;

    /// The folder, absolute; it may not exist yet.
    ///
    /// @throws org.plumbline.citations.WrongInputException where it is no folder, or a newer program's
    public Path home() {
        Path chosen = home != null
                ? home
                : Optional.ofNullable(System.getenv("PLUMBLINE_HOME"))
                        .filter(set -> !set.isBlank())
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".plumbline"));
        Path absolute = chosen.toAbsolutePath().normalize();
        HomeFormat.requireKnown(absolute);
        return absolute;
    }
}
