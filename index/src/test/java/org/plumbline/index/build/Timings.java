package org.plumbline.index.build;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plumbline.citations.measure.Metric;
import org.plumbline.index.Query;
import org.plumbline.index.Snapshot;

/// What benchmarks measure, and how they print it.
final class Timings {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Timings() {}

    /// A kind of search.
    interface Search {

        void run(Snapshot snapshot, Query query);
    }

    static long nanos(Snapshot snapshot, Query query, Search search) {
        long start = System.nanoTime();
        search.run(snapshot, query);
        return System.nanoTime() - start;
    }

    /// Asks the questions for warming up, then times each of the others once.
    static void measure(String what, Snapshot snapshot, Claims claims, Search search) {
        claims.warming().forEach(query -> search.run(snapshot, query));
        String where = what + ", " + snapshot.manifest().articles() + " articles";
        long before = SYSTEM.getProcessCpuTime();
        List<Long> nanos = new ArrayList<>();
        claims.measured().forEach(query -> nanos.add(nanos(snapshot, query, search)));
        double processor = (SYSTEM.getProcessCpuTime() - before) / 1e6 / nanos.size();
        print(where, nanos);
        System.out.printf(Locale.ROOT, "%s: %.1f ms of processor time each%n", where, processor);
    }

    /// One line: percentiles, with the bootstrap's 95 % interval for the 95th.
    static void print(String what, List<Long> nanos) {
        if (nanos.isEmpty()) {
            System.out.println(what + ": none was timed");
            return;
        }
        double[] milliseconds = nanos.stream().mapToDouble(each -> each / 1e6).toArray();
        Metric p95 = Metric.percentile(milliseconds, 95);
        System.out.printf(
                Locale.ROOT,
                "%s: n %d, p50 %.1f ms, p95 %.1f ms (%.1f to %.1f), p99 %.1f ms%n",
                what,
                nanos.size(),
                Metric.percentile(milliseconds, 50).value(),
                p95.value(),
                p95.low(),
                p95.high(),
                Metric.percentile(milliseconds, 99).value());
    }

    /// The most memory that this process has had resident, and what it has now apart from pages of files.
    static String memory() throws IOException {
        return "peak %d MB resident, at the end %d MB apart from files' pages"
                .formatted(kilobytes("VmHWM") >> 10, kilobytes("RssAnon") >> 10);
    }

    private static long kilobytes(String name) throws IOException {
        return number(Path.of("/proc/self/status"), name);
    }

    /// The bytes that this process has handed to the system to write, to files or elsewhere.
    static long bytesWritten() throws IOException {
        return number(Path.of("/proc/self/io"), "wchar");
    }

    /// How many bytes the files of a folder have.
    static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static long number(Path file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
