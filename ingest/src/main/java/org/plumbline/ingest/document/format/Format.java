package org.plumbline.ingest.document.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// What a file is, by its content.
public enum Format {
    PDF,
    /// A ZIP archive, as DOCX is one: which, its directory says.
    ZIP,
    HTML,
    /// JATS, and BioMed Central's `<art>`.
    JATS,
    /// NLM's citation XML.
    PUBMED,
    /// MEDLINE's tagged format, as PubMed saves it.
    NBIB,
    RIS,
    EMPTY,
    UNKNOWN;

    /// How many bytes of a file are looked at.
    public static final int HEAD = 1 << 16;

    private static final int PDF_WITHIN = 1024;

    private static final Set<String> JATS_ROOTS =
            Set.of("article", "art", "pmc-articleset", "OAI-PMH", "article-set", "GetRecord", "ListRecords");
    private static final Set<String> PUBMED_ROOTS =
            Set.of("PubmedArticleSet", "PubmedArticle", "MedlineCitationSet", "PubmedBookArticleSet", "DeleteCitation");

    private static final Pattern BESIDE_XML =
            Pattern.compile("(?s)<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^\\[>]*(\\[.*?]\\s*)?>");
    private static final Pattern ROOT = Pattern.compile("^<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)");
    private static final Pattern HTML_TAG =
            Pattern.compile("(?i)<!doctype html|<html[\\s>]|<head[\\s>]|<body[\\s>]|<meta\\s");
    private static final Pattern NBIB_TAG =
            Pattern.compile("^(PMID|OWN |STAT|DCOM|LR  |OID|DA  |IS  |TI  |PT  ) ?- .*");
    private static final Pattern RIS_TAG = Pattern.compile("^TY {1,2}- .*");

    /// The format of a file that begins so.
    ///
    /// @param head its first bytes, up to [#HEAD]
    public static Format of(byte[] head) {
        String start = latin(head);
        if (start.isBlank()) {
            return head.length < HEAD ? EMPTY : UNKNOWN;
        }
        if (start.substring(0, Math.min(PDF_WITHIN, start.length())).contains("%PDF-")) {
            return PDF;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return ZIP;
        }
        if (start.startsWith("\u001f\u008b")) {
            Format inner = markup(unzipped(head));
            return inner == HTML ? UNKNOWN : inner;
        }
        return text(start);
    }

    /// Whether a child takes it apart.
    public boolean isDocument() {
        return this == PDF || this == ZIP || this == HTML;
    }

    private static Format text(String start) {
        String bare = start.replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .replace("\0", "")
                .stripLeading();
        String line = bare.lines().findFirst().orElse("");
        if (RIS_TAG.matcher(line).matches()) {
            return RIS;
        }
        return NBIB_TAG.matcher(line).matches() ? NBIB : markup(bare);
    }

    private static Format markup(String start) {
        String bare = start.replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .replace("\0", "");
        String tags = BESIDE_XML.matcher(bare.stripLeading()).replaceAll("").stripLeading();
        Matcher root = ROOT.matcher(tags);
        String name = root.find() ? root.group(1) : "";
        if (JATS_ROOTS.contains(name)) {
            return JATS;
        }
        if (PUBMED_ROOTS.contains(name)) {
            return PUBMED;
        }
        boolean page = name.toLowerCase(Locale.ROOT).equals("html")
                || (bare.stripLeading().startsWith("<")
                        && HTML_TAG.matcher(bare).find());
        return page ? HTML : UNKNOWN;
    }

    private static String unzipped(byte[] head) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            byte[] inner = new byte[HEAD];
            int length = 0;
            // What was cut off by the head's end is lost, and not needed.
            for (int read = in.read(inner, 0, 4096); read > 0 && length + 4096 < HEAD; ) {
                length += read;
                read = in.available() > 0 && length < 8192 ? in.read(inner, length, 4096) : -1;
            }
            return latin(java.util.Arrays.copyOf(inner, length));
        } catch (IOException _) {
            return "";
        }
    }

    /// Latin-1 keeps every byte.
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
