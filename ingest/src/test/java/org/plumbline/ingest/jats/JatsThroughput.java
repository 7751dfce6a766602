package org.plumbline.ingest.jats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.GuardedXml;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlBounds;

/// Measures how many articles one core reads in a second of its own time (CPU time of the reading thread, so that
/// other work on the machine does not count): all events of the guarded XML alone, and records and texts made of
/// them. Every JATS file under a folder, held in memory as bytes, is read again and again; the first rounds warm
/// the JVM and are printed too.
///
/// Arguments: the folder; how many rounds.
final class JatsThroughput {

    private JatsThroughput() {}

    public static void main(String[] args) throws IOException {
        List<byte[]> articles = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                articles.add(Files.readAllBytes(file));
            }
        }
        long bytes = articles.stream().mapToLong(article -> article.length).sum();
        System.out.println(articles.size() + " articles, " + bytes / 1_000_000 + " MB");
        for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
            System.out.println("round " + round + ": events "
                    + perSecond(articles, JatsThroughput::events) + " articles/s, records and texts "
                    + perSecond(articles, JatsThroughput::records) + " articles/s");
        }
    }

    private static long perSecond(List<byte[]> articles, ToIntFunction<byte[]> reading) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int read = 0;
        long start = threads.getCurrentThreadCpuTime();
        for (byte[] article : articles) {
            read += reading.applyAsInt(article);
        }
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        if (read != articles.size()) {
            throw new IllegalStateException("read " + read + " of " + articles.size());
        }
        return Math.round(articles.size() / seconds);
    }

    private static int events(byte[] article) {
        try {
            GuardedXml.open(new ByteArrayInputStream(article), XmlBounds.PUBLICATION)
                    .finish();
            return 1;
        } catch (RefusedXmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int records(byte[] article) {
        int[] read = new int[1];
        new JatsReader().read(new ByteArrayInputStream(article), new InputFile("article.xml", 1), delivery -> {
            if (delivery instanceof Delivery.Read) {
                read[0]++;
            }
        });
        return read[0];
    }
}
