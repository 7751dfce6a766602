package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.plumbline.index.Filter;
import org.plumbline.index.Mode;
import org.plumbline.index.SnapshotFolder;

/// Measures eight readers at once, before and while a snapshot with new articles is built and published beside
/// them.
///
/// Arguments: the folder of test data; the home; the mode in which they search; for how many seconds they are timed
/// before the publish; how many articles are new.
final class PublishSpeed {

    private static final int READERS = 8;
    private static final Duration WARMING = Duration.ofSeconds(5);

    private PublishSpeed() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(args[1]);
        Mode mode = Mode.valueOf(args[2].toUpperCase(Locale.ROOT));
        int added = Integer.parseInt(args[4]);
        IndexLoad load = new IndexLoad(Path.of(args[0]));
        Claims claims = Claims.sentences(Path.of(args[0]), Integer.MAX_VALUE);
        ReadersAround readers =
                new ReadersAround(home, READERS, claims, (open, query) -> open.search(query, Filter.NONE, mode, 10));
        long[] took = new long[1];
        ReadersAround.Times times = readers.time(
                WARMING, Duration.ofSeconds(Integer.parseInt(args[3])), () -> took[0] = publish(home, load, added));
        String what = READERS + " readers, " + args[2] + ", ";
        Timings.print(what + "before a publish", times.before());
        Timings.print(what + "during a publish", times.during());
        System.out.printf(
                Locale.ROOT,
                "publish of %d new articles under %d readers, %s: %.1f s; %s%n",
                added,
                READERS,
                args[2],
                took[0] / 1e9,
                Timings.memory());
        System.exit(0);
    }

    private static long publish(Path home, IndexLoad load, int added) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        long start = System.nanoTime();
        UpdateCost.update(home, load, folder.manifest(folder.findCurrent().orElseThrow()), 0, added);
        return System.nanoTime() - start;
    }
}
