package org.plumbline.index.command;

import org.jspecify.annotations.Nullable;
import org.plumbline.index.Mode;
import org.plumbline.index.Snapshot;
import picocli.CommandLine.Option;

/// Which signals rank the articles.
final class ModeOption {

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = {
                "${COMPLETION-CANDIDATES}",
                "(default: HYBRID where most articles have a vector, else RERANK)"
            })
    private @Nullable Mode mode;

    /// The one that was asked for, or the snapshot's own.
    Mode on(Snapshot snapshot) {
        return mode == null ? snapshot.usualMode() : mode;
    }
}
