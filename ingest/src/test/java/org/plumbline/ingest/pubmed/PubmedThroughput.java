package org.plumbline.ingest.pubmed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.plumbline.citations.Json;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.GuardedXml;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlBounds;

/// Measures how many citations one core reads in a second of its own time (that of the reading thread, so that
/// other work on the machine does not count): the citations of the real files, repeated into one gzip file, are
/// passed over as bare XML events, read, and read and written as JSON, three times each in one run.
///
/// Arguments: the folder with NLM's files; how many citations.
final class PubmedThroughput {

    private static final int ROUNDS = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private PubmedThroughput() {}

    public static void main(String[] args) throws IOException {
        int wanted = Integer.parseInt(args[1]);
        Path load = Files.createTempFile("pubmed", ".xml.gz");
        try {
            write(PubmedLoad.records(Path.of(args[0])), wanted, load);
            System.out.println(wanted + " citations, " + Files.size(load) / 1_000_000 + " MB gzip");
            for (int round = 1; round <= ROUNDS; round++) {
                measureEvents(load, wanted);
                measure("read", load, wanted, delivery -> 0);
                measure("read and written as JSON", load, wanted, PubmedThroughput::jsonLength);
            }
        } finally {
            Files.delete(load);
        }
    }

    private interface Sink {
        int take(Delivery delivery);
    }

    private static void measure(String what, Path load, int wanted, Sink sink) throws IOException {
        long[] seen = new long[2];
        long start = THREADS.getCurrentThreadCpuTime();
        try (InputStream in = Files.newInputStream(load)) {
            new PubmedReader().read(in, PubmedFileName.inputFile("pubmed26n0001.xml.gz"), delivery -> {
                if (delivery instanceof Delivery.Read) {
                    seen[0]++;
                }
                seen[1] += sink.take(delivery);
            });
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        if (seen[0] != wanted) {
            throw new IllegalStateException("read " + seen[0] + " of " + wanted);
        }
        print(what, wanted, nanos);
    }

    private static void measureEvents(Path load, int wanted) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        try (InputStream in = Files.newInputStream(load)) {
            GuardedXml.open(in, new XmlBounds(1, Long.MAX_VALUE, 200)).finish();
        } catch (RefusedXmlException e) {
            throw new IllegalStateException(e);
        }
        print("bare events", wanted, THREADS.getCurrentThreadCpuTime() - start);
    }

    private static void print(String what, int citations, long nanos) {
        double seconds = nanos / 1e9;
        System.out.println(what + ": " + Math.round(citations / seconds) + " citations/s ("
                + Math.round(seconds * 10) / 10.0 + " s)");
    }

    private static int jsonLength(Delivery delivery) {
        if (!(delivery instanceof Delivery.Read read)) {
            return 0;
        }
        int text = read.text() == null ? 0 : Json.line(read.text()).length();
        return Json.line(read.record()).length() + text;
    }

    private static void write(List<String> records, int wanted, Path load) throws IOException {
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(load)), 1 << 16)) {
            out.write("<PubmedArticleSet>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < wanted; i++) {
                out.write(records.get(i % records.size()).getBytes(StandardCharsets.UTF_8));
            }
            out.write("</PubmedArticleSet>".getBytes(StandardCharsets.UTF_8));
        }
    }
}
