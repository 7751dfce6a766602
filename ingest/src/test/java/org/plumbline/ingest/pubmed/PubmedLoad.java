package org.plumbline.ingest.pubmed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Multiplies real citations into a baseline of files as large as NLM's, each copy under new identifiers: a load to
/// measure speed with, never quality.
///
/// Arguments: the folder with NLM's files; the folder to write; how many files; how many citations in each. Beside
/// `baseline/` goes `update/updatefiles/` with one file as NLM's daily ones: half of a baseline file's citations
/// revised, as many new ones less a thirtieth, and that thirtieth deleted.
final class PubmedLoad {

    private static final Pattern RECORD = Pattern.compile("(?s)<(PubmedArticle|MedlineCitation)[ >].*?</\\1>");
    private static final Pattern PMID = Pattern.compile("(<PMID[^>]*>|IdType=\"pubmed\">|>PMC)([0-9]+)");
    private static final Pattern NAME = Pattern.compile("(IdType=\"(?:doi|pii)\">|EIdType=\"doi\"[^>]*>)([^<]+)");
    private static final long APART = 100_000_000L;

    private PubmedLoad() {}

    public static void main(String[] args) throws IOException {
        List<String> records = records(Path.of(args[0]));
        Path baseline = Files.createDirectories(Path.of(args[1], "baseline"));
        int citations = Integer.parseInt(args[3]);
        int files = Integer.parseInt(args[2]);
        IntStream.rangeClosed(1, files).parallel().forEach(file -> {
            Path load = baseline.resolve("pubmed26n%04d.xml.gz".formatted(file));
            write(load, range(records, (file - 1) * citations, citations), "");
            System.out.println(load);
        });
        Path updates = Files.createDirectories(Path.of(args[1], "update", "updatefiles"));
        writeUpdate(records, files * citations, citations, updates.resolve("pubmed26n1335.xml.gz"));
    }

    private static void writeUpdate(List<String> records, int known, int citations, Path update) {
        int half = citations / 2;
        int deleted = citations / 30;
        Stream<String> revised =
                range(records, 0, half).map(copy -> copy.replace("</ArticleTitle>", " revised</ArticleTitle>"));
        Stream<String> added = range(records, known, half - deleted);
        String gone = range(records, half, deleted)
                .map(copy -> "<PMID Version=\"1\">" + pmid(copy) + "</PMID>")
                .collect(Collectors.joining("", "<DeleteCitation>", "</DeleteCitation>"));
        write(update, Stream.concat(revised, added), gone);
    }

    private static String pmid(String record) {
        Matcher pmid = PMID.matcher(record);
        if (!pmid.find()) {
            throw new IllegalArgumentException("a record without PMID");
        }
        return pmid.group(2);
    }

    private static Stream<String> range(List<String> records, int from, int citations) {
        return IntStream.range(from, from + citations)
                .mapToObj(i -> copy(records.get(i % records.size()), i / records.size()));
    }

    private static void write(Path load, Stream<String> citations, String end) {
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(load)), 1 << 16)) {
            out.write("<PubmedArticleSet>".getBytes(StandardCharsets.UTF_8));
            for (String citation : (Iterable<String>) citations::iterator) {
                out.write(citation.getBytes(StandardCharsets.UTF_8));
            }
            out.write((end + "</PubmedArticleSet>").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String copy(String record, int number) {
        String renumbered = PMID.matcher(record)
                .replaceAll(found -> found.group(1) + (Long.parseLong(found.group(2)) + number * APART));
        String renamed = NAME.matcher(renumbered)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + found.group(2) + ".copy" + number));
        return renamed.replace("</ArticleTitle>", " copy " + number + "</ArticleTitle>");
    }

    /// A citation of an older file, which has no `PubmedArticle` around it, as today's files have it.
    private static String asToday(String record) {
        return record.startsWith("<PubmedArticle")
                ? record
                : "<PubmedArticle>" + record
                        + "<PubmedData><PublicationStatus>ppublish</PublicationStatus></PubmedData></PubmedArticle>";
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
                    records.add(asToday(matcher.group()));
                }
            }
        }
        return records;
    }
}
