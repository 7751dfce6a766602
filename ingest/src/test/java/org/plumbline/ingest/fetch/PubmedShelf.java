package org.plumbline.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/// NLM's `pubmed/` on a [PublicSources].
public final class PubmedShelf {

    private static final Instant FIRST = Instant.parse("2026-01-29T14:05:00Z");

    private final PublicSources sources;

    private PubmedShelf(PublicSources sources) {
        this.sources = sources;
    }

    public static PubmedShelf of(PublicSources sources) {
        return new PubmedShelf(sources);
    }

    /// Puts the two real files as n0001 and n0002, and small made ones behind them.
    ///
    /// @param updates how many update files in all
    public void fill(Path data, int updates) {
        putBaseline(1, read(data.resolve("pubmed/baseline/pubmed26n0001.xml.gz")));
        if (updates > 0) {
            putUpdate(2, read(data.resolve("pubmed/updatefiles/pubmed26n1335.xml.gz")));
        }
        for (int number = 3; number < 2 + updates; number++) {
            putUpdate(number, made(number));
        }
    }

    public void putBaseline(int number, byte[] gzip) {
        put("baseline", number, gzip);
    }

    public void putUpdate(int number, byte[] gzip) {
        put("updatefiles", number, gzip);
    }

    public static String name(int number) {
        return "pubmed26n%04d.xml.gz".formatted(number);
    }

    static String path(String folder, int number) {
        return "/pubmed/" + folder + "/" + name(number);
    }

    private void put(String folder, int number, byte[] gzip) {
        String path = path(folder, number);
        Instant when = FIRST.plus(Duration.ofHours(number));
        sources.put(path, gzip, when);
        putMd5(folder, number, md5(gzip));
    }

    void putMd5(String folder, int number, String md5) {
        String words = "MD5(" + name(number) + ")= " + md5 + "\n";
        sources.put(
                path(folder, number) + ".md5",
                words.getBytes(StandardCharsets.UTF_8),
                FIRST.plus(Duration.ofHours(number)));
    }

    /// A file of two citations, one its own and one that every made file revises.
    public static byte[] made(int number) {
        return gzip("""
                <?xml version="1.0" encoding="utf-8"?>
                <PubmedArticleSet>%s%s</PubmedArticleSet>
                """.formatted(citation(90_000_000 + number, number), citation(90_000_000, number)));
    }

    private static String citation(int pmid, int number) {
        return """
                <PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">%d</PMID>
                <Article PubModel="Print"><Journal><ISSN IssnType="Print">1234-5679</ISSN>
                <JournalIssue><Volume>%d</Volume><PubDate><Year>2026</Year></PubDate></JournalIssue>
                <Title>Journal of made records</Title></Journal>
                <ArticleTitle>Made record %d as of file %d.</ArticleTitle>
                <Abstract><AbstractText>What file %d says.</AbstractText></Abstract></Article></MedlineCitation>
                <PubmedData><ArticleIdList><ArticleId IdType="pubmed">%d</ArticleId></ArticleIdList></PubmedData>
                </PubmedArticle>
                """.formatted(pmid, number, pmid, number, number, pmid);
    }

    static byte[] gzip(String words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(words.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
