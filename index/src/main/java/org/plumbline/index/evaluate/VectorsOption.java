package org.plumbline.index.evaluate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--vectors`: where an evaluation keeps the vectors of judged collections.
public final class VectorsOption {

    @Option(
            names = "--vectors",
            paramLabel = "DIR",
            description = "keeps the collection's vectors there, so that they are computed once; default: a folder"
                    + " plumbline-evaluation among the system's temporary files")
    private @Nullable Path folder;

    /// The folder; need not be there yet.
    public Path folder() {
        return folder == null
                ? Path.of(
                        System.getProperty("java.io.tmpdir"), "plumbline-evaluation-" + System.getProperty("user.name"))
                : folder;
    }
}
