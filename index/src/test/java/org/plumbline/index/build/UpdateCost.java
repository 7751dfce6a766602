package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;

/// Measures an update of a load in one thread, without the tables of a corpus: some of its articles are revised,
/// new ones come, and a snapshot is published. What is written beyond the new part is rewriting.
///
/// Arguments: the folder of test data; the home; how many articles are revised; how many are new.
final class UpdateCost {

    private UpdateCost() {}

    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[1]);
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest base = folder.manifest(folder.findCurrent().orElseThrow());
        int revised = Math.toIntExact(Math.min(Long.parseLong(args[2]), base.articles()));
        int added = Integer.parseInt(args[3]);
        IndexLoad load = new IndexLoad(Path.of(args[0]));
        long before = Timings.bytesWritten();
        long start = System.nanoTime();
        Written written = update(home, load, base, revised, added);
        double seconds = (System.nanoTime() - start) / 1e9;
        long handed = Timings.bytesWritten() - before;
        long rewritten = rewritten(base, written);
        long manifest = Timings.bytes(folder.of(written.after().id()));
        System.out.printf(
                Locale.ROOT,
                "update of %d articles (%d revised) into %d: %.1f s (new part %.1f s); %.1f MB written: new part %.1f"
                        + " MB, parts joined or written anew %.1f MB, snapshot folder %.3f MB; handed to the system in"
                        + " all, what was merged and removed again included, %.1f MB; %d parts before, %d after%n",
                revised + added,
                revised,
                base.articles(),
                seconds,
                written.partSeconds(),
                (written.part().bytes() + rewritten + manifest) / 1e6,
                written.part().bytes() / 1e6,
                rewritten / 1e6,
                manifest / 1e6,
                handed / 1e6,
                base.parts().size(),
                written.after().parts().size());
        System.out.println("update: " + Timings.memory());
    }

    /// What an update left.
    record Written(SnapshotPart part, double partSeconds, SnapshotManifest after) {}

    /// Publishes a snapshot in which some articles are revised, evenly over all, and new ones are added.
    static Written update(Path home, IndexLoad load, SnapshotManifest base, int revised, int added) throws IOException {
        int there = Math.toIntExact(base.articles());
        int revision = Math.toIntExact(base.corpusVersion());
        CorpusVersion corpus =
                new CorpusVersion(2, base.corpusVersion() + 1, "", Map.of(), "revision " + revision + " of " + there);
        NavigableSet<String> replaced = new TreeSet<>();
        long start = System.nanoTime();
        try (SnapshotBuild build = SnapshotBuild.begin(home, corpus)) {
            SnapshotPart part;
            try (NewPart writing = new NewPart(build.newParts(), "update")) {
                for (int i = 0; i < revised; i++) {
                    ArticleWithTexts article = load.article((int) ((long) i * there / revised), revision);
                    replaced.add(article.article().id());
                    writing.add(article);
                }
                for (int number = there; number < there + added; number++) {
                    writing.add(load.article(number, revision));
                }
                part = writing.finish();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            SnapshotManifest after =
                    new SnapshotUpdate(home, base, build, System.err::println).publish(replaced, List.of(part));
            return new Written(part, seconds, after);
        }
    }

    private static long rewritten(SnapshotManifest base, Written written) {
        var before = base.parts().stream().map(SnapshotPart::id).collect(Collectors.toSet());
        return written.after().parts().stream()
                .filter(part -> !before.contains(part.id())
                        && !part.id().equals(written.part().id()))
                .mapToLong(SnapshotPart::bytes)
                .sum();
    }
}
