package org.plumbline.index.spark;

import java.io.IOException;
import java.nio.file.Path;
import org.plumbline.citations.command.Progress;

/// Builds a snapshot in small parts, as a driver of a cluster. Arguments: home, Spark's master, articles a part.
final class ClusterBuild {

    private ClusterBuild() {}

    public static void main(String[] args) throws IOException {
        long articles = Long.parseLong(args[2]);
        var manifest = new BuildJob(
                        Path.of(args[0]), args[1], Progress.toTerminal(), new BuildJob.PartSizes(articles, articles))
                .run(BuildJob.Extent.CHANGES);
        System.out.println(manifest.id());
    }
}
