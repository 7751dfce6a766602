package org.plumbline.ingest;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.watch.QuarantineEntry;
import picocli.CommandLine.Option;

/// The options that choose among what is in quarantine.
final class QuarantineSelection {

    @Option(names = "--source", paramLabel = "SOURCE", description = "of this source only, such as pubmed")
    private @Nullable String source;

    @Option(names = "--reason", paramLabel = "REASON", description = "of this reason only, such as wrong-checksum")
    private @Nullable String reason;

    @Option(names = "--run", paramLabel = "RUN", description = "noted by this run only")
    private @Nullable String run;

    @Option(names = "--file", paramLabel = "GLOB", description = "in files of these names only, such as 'pubmed26n13*'")
    private @Nullable String file;

    /// Whether anything was chosen.
    boolean isGiven() {
        return source != null || reason != null || run != null || file != null;
    }

    /// Passes where the options are well-formed.
    void check() {
        if (source != null) {
            var _ = Source.named(source);
        }
        if (file != null) {
            var _ = matcher(file);
        }
    }

    boolean accepts(QuarantineEntry entry) {
        return (source == null || entry.source() == Source.named(source))
                && (reason == null || entry.reason().equals(reason))
                && (run == null || entry.run().equals(run))
                && (file == null || matches(entry));
    }

    private boolean matches(QuarantineEntry entry) {
        try {
            return file != null && matcher(file).matches(Path.of(entry.file()));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static PathMatcher matcher(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new WrongInputException(
                    "--file " + glob + ": no pattern of a file name (" + e.getDescription() + "); write, say, *.xml.gz",
                    e);
        }
    }
}
