package org.plumbline.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Mark;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.text.Quarantined.Reason;

class DocumentsTest {

    private static final List<List<String>> ARTICLE = List.of(
            List.of(
                    "# What ninety patients said of nothing in two clinics",
                    "doi:10.1234/Nothing.7, PMID: 12345678, Published 5 March 2020",
                    "# Introduction",
                    "Ninety patients were asked in two clinics whether nothing had helped them, and most of",
                    "them said that it had, which was not what the clinics had expected when they began to"),
            List.of(
                    "ask them in the spring of the year before. No one knows why nothing should have helped so",
                    "many of them (NCT01234567)."));

    @TempDir
    Path folder;

    @Test
    void readsPrintedPagesWithIdentifiersAndPages() throws IOException {
        Delivered delivered = read(PrintedPdf.write(folder.resolve("a.pdf"), ARTICLE));
        var record = delivered.records().getFirst();
        assertThat(record.key()).isEqualTo(Source.DOCUMENT + ":10.1234/nothing.7");
        assertThat(record.ids()).isEqualTo(new ArticleIds("12345678", null, "10.1234/nothing.7"));
        assertThat(record.bibliography().title()).isEqualTo("What ninety patients said of nothing in two clinics");
        assertThat(record.bibliography().date()).isEqualTo(new PublicationDate(2020, 0, 0));
        assertThat(record.registryNumbers()).containsExactly("NCT01234567");
        var text = delivered.texts().getFirst();
        assertThat(text.kind()).isEqualTo(TextKind.DOCUMENT);
        Section introduction = text.sections().getLast();
        assertThat(introduction.role()).isEqualTo(Role.BACKGROUND);
        assertThat(introduction.content()).contains("when they began to ask them in the spring");
        assertThat(introduction.marks().stream()
                        .filter(mark -> mark.kind() == Mark.Kind.PAGE)
                        .map(Mark::target))
                .containsExactly("1", "2");
    }

    @Test
    void readsArticleOfWebPageWithoutWhatSurroundsIt() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), """
                <!DOCTYPE html><html lang="en"><head><title>Nothing | Journal</title>
                <meta name="citation_title" content="A trial of nothing">
                <meta name="citation_doi" content="10.1234/nothing.8">
                <meta name="citation_pmid" content="23456789">
                <meta name="citation_author" content="Nobody, Anna"><meta name="citation_author" content="Cleo Noone">
                <meta name="citation_journal_title" content="Journal of Nothing">
                <meta name="citation_publication_date" content="2021/04/06"></head><body>
                <nav>Home | Issues | Login</nav><div class="cookie-banner"><p>We use cookies.</p></div>
                <article><h1>A trial of nothing</h1><h2>Abstract</h2><h3>Methods</h3><p>We asked <b>ninety</b> patients.</p>
                <h2>Results</h2><p>Most said yes.<sup>12</sup> Some did not.</p>
                <table><tr><th>Clinic</th><th>n</th></tr><tr><td>A</td><td>45</td></tr></table>
                <h2>References</h2><ol><li>Noone C. Before.</li></ol></article>
                <footer>© Nobody</footer><script>alert(1)</script></body></html>
                """);
        Delivered delivered = read(page);
        var record = delivered.records().getFirst();
        assertThat(record.ids()).isEqualTo(new ArticleIds("23456789", null, "10.1234/nothing.8"));
        assertThat(record.bibliography().authors())
                .containsExactly(Author.person("Nobody", "Anna", ""), Author.person("Noone", "Cleo", ""));
        assertThat(record.bibliography().date()).isEqualTo(new PublicationDate(2021, 4, 6));
        assertThat(delivered.texts().getFirst().sections())
                .extracting(section -> section.part() + " " + section.heading() + " " + section.content())
                .containsExactly(
                        "TITLE [] A trial of nothing",
                        "ABSTRACT [Methods] We asked ninety patients.",
                        "BODY [Results] Most said yes.12 Some did not.",
                        "TABLE [Results] Clinic\tn\nA\t45");
    }

    @Test
    void readsHeadingsParagraphsAndTablesOfDocx() throws IOException {
        Delivered delivered = read(docx(folder.resolve("manuscript.docx")));
        assertThat(delivered.refused()).isEmpty();
        assertThat(delivered.texts().getFirst().sections())
                .extracting(section -> section.part() + " " + section.heading() + " " + section.content())
                .containsExactly(
                        "BODY [Methods] We asked ninety patients.\nThey answered.", "TABLE [Methods] Clinic\tn\nA\t45");
    }

    @Test
    void saysWhyADocumentIsNotRead() throws IOException {
        assertThat(read(PrintedPdf.protect(folder.resolve("user.pdf"), "secret", true))
                        .refused())
                .containsExactly(Reason.ENCRYPTED);
        assertThat(read(PrintedPdf.protect(folder.resolve("owner.pdf"), "", false))
                        .refused())
                .containsExactly(Reason.EXTRACTION_FORBIDDEN);
        assertThat(read(PrintedPdf.protect(folder.resolve("open.pdf"), "", true))
                        .refused())
                .isEmpty();
        assertThat(read(PrintedPdf.write(folder.resolve("blank.pdf"), List.of(List.of(), List.of())))
                        .refused())
                .containsExactly(Reason.NO_TEXT);
        Path whole = PrintedPdf.write(folder.resolve("whole.pdf"), ARTICLE);
        byte[] bytes = Files.readAllBytes(whole);
        assertThat(read(Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(bytes, 200)))
                        .refused())
                .containsExactly(Reason.DAMAGED);
        assertThat(read(Files.write(folder.resolve("zip.docx"), zip("nothing.txt", "of ours")))
                        .refused())
                .containsExactly(Reason.UNKNOWN_FORMAT);
        assertThat(read(Files.write(folder.resolve("picture.pdf"), new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
                        .refused())
                .containsExactly(Reason.UNKNOWN_FORMAT);
        assertThat(read(Files.write(folder.resolve("empty.pdf"), new byte[0])).refused())
                .containsExactly(Reason.EMPTY_FILE);
    }

    @Test
    void boundsPages() throws IOException {
        Path file = PrintedPdf.write(folder.resolve("a.pdf"), ARTICLE);
        Documents documents = new Documents(folder.resolve("staging"), new DocumentSettings(1, 64, 20, 1, 1, 0));
        documents.convert(List.of(file));
        assertThat(Delivered.by(documents.reader(), Files.readAllBytes(file)).refused())
                .containsExactly(Reason.TOO_LARGE);
    }

    @Test
    void takesTheSameBytesApartOnce() throws IOException {
        Path file = PrintedPdf.write(folder.resolve("a.pdf"), ARTICLE);
        Path copy = Files.copy(file, folder.resolve("b.pdf"));
        long[] done = new long[1];
        Documents documents =
                new Documents(folder.resolve("staging"), DocumentSettings.DEFAULT, bytes -> done[0] += bytes);
        documents.convert(List.of(file, copy));
        documents.convert(List.of(copy));
        assertThat(done[0]).isEqualTo(Files.size(file));
        documents.remove();
        assertThat(folder.resolve("staging")).doesNotExist();
    }

    private Delivered read(Path file) throws IOException {
        Documents documents = new Documents(folder.resolve("staging"), new DocumentSettings(1, 0, 0, 0, 0, 0));
        documents.convert(List.of(file));
        return Delivered.by(documents.reader(), Files.readAllBytes(file));
    }

    private static Path docx(Path file) throws IOException {
        String types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument."
                + "wordprocessingml.document.main+xml'/><Override PartName='/word/styles.xml' ContentType="
                + "'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml'/></Types>";
        String relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "officeDocument' Target='word/document.xml'/></Relationships>";
        String styleRelations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "styles' Target='styles.xml'/></Relationships>";
        String word = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
        String styles = "<w:styles " + word + "><w:style w:type='paragraph' w:styleId='Heading1'>"
                + "<w:name w:val='heading 1'/></w:style></w:styles>";
        String document = "<w:document " + word + "><w:body><w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>"
                + "<w:r><w:t>Methods</w:t></w:r></w:p><w:p><w:r><w:t>We asked ninety </w:t></w:r>"
                + "<w:r><w:t>patients.</w:t></w:r></w:p><w:p><w:r><w:t>They answered.</w:t></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Clinic</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>n</w:t></w:r>"
                + "</w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>45"
                + "</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
        return Files.write(
                file,
                zip(
                        "[Content_Types].xml", types,
                        "_rels/.rels", relations,
                        "word/_rels/document.xml.rels", styleRelations,
                        "word/styles.xml", styles,
                        "word/document.xml", document));
    }

    private static byte[] zip(String... namesAndWords) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndWords.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndWords[i]));
                out.write(namesAndWords[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
