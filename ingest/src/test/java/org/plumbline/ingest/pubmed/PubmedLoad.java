package org.plumbline.ingest.pubmed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Multiplies real citations into a baseline of files as large as NLM's, each copy under new identifiers: a load to
/// measure speed with, never quality.
///
/// Arguments: the folder with NLM's files; the folder to write; how many files; how many citations in each.
final class PubmedLoad {

    private static final Pattern RECORD = Pattern.compile("(?s)<(PubmedArticle|MedlineCitation)[ >].*?</\\1>");
    private static final Pattern PMID = Pattern.compile("(<PMID[^>]*>|IdType=\"pubmed\">)([0-9]+)");
    private static final Pattern NAME = Pattern.compile("(IdType=\"(?:doi|pmc|pii)\">|EIdType=\"doi\"[^>]*>)([^<]+)");
    private static final long APART = 100_000_000L;

    private PubmedLoad() {}

    public static void main(String[] args) throws IOException {
        List<String> records = records(Path.of(args[0]));
        Path baseline = Files.createDirectories(Path.of(args[1], "baseline"));
        int citations = Integer.parseInt(args[3]);
        for (int file = 1; file <= Integer.parseInt(args[2]); file++) {
            Path load = baseline.resolve("pubmed26n%04d.xml.gz".formatted(file));
            write(records, (file - 1) * citations, citations, load);
            System.out.println(load + ": " + Files.size(load) / 1_000_000 + " MB");
        }
    }

    private static void write(List<String> records, int from, int citations, Path load) throws IOException {
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(load)), 1 << 16)) {
            out.write("<PubmedArticleSet>".getBytes(StandardCharsets.UTF_8));
            for (int i = from; i < from + citations; i++) {
                String copy = copy(records.get(i % records.size()), i / records.size());
                out.write(copy.getBytes(StandardCharsets.UTF_8));
            }
            out.write("</PubmedArticleSet>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String copy(String record, int number) {
        String renumbered = PMID.matcher(record)
                .replaceAll(found -> found.group(1) + (Long.parseLong(found.group(2)) + number * APART));
        String renamed = NAME.matcher(renumbered)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + found.group(2) + number));
        return renamed.replace("</ArticleTitle>", " " + number + "</ArticleTitle>");
    }

    static List<String> records(Path folder) throws IOException {
        List<String> records = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".xml.gz"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                Matcher matcher = RECORD.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                while (matcher.find()) {
                    records.add(matcher.group());
                }
            }
        }
        return records;
    }
}
