package org.plumbline.ingest.jats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;

/// Measures how many articles a second one core reads into records and texts: every JATS file under a folder, held in
/// memory as bytes, is read again and again; the first rounds warm the JVM and are printed too.
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
            System.out.println(
                    "round " + round + ": " + Math.round(articles.size() / seconds(articles)) + " articles/s");
        }
    }

    private static double seconds(List<byte[]> articles) {
        int[] read = new int[1];
        long start = System.nanoTime();
        for (byte[] article : articles) {
            new JatsReader().read(new ByteArrayInputStream(article), new InputFile("article.xml", 1), delivery -> {
                if (delivery instanceof Delivery.Read) {
                    read[0]++;
                }
            });
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (read[0] != articles.size()) {
            throw new IllegalStateException("read " + read[0] + " of " + articles.size());
        }
        return seconds;
    }
}
