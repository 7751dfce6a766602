package org.plumbline.ingest.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Prints PDFs for tests, one page for each list of lines.
public final class PrintedPdf {

    private PrintedPdf() {}

    public static Path write(Path file, List<List<String>> pages) throws IOException {
        try (PDDocument document = print(pages)) {
            document.save(file.toFile());
        }
        return file;
    }

    /// @param user the password that opens it; empty where it opens without one
    static Path protect(Path file, String user, boolean extractable) throws IOException {
        try (PDDocument document = print(List.of(List.of("Nothing that is not protected.")))) {
            AccessPermission rights = new AccessPermission();
            rights.setCanExtractContent(extractable);
            document.protect(new StandardProtectionPolicy("owner", user, rights));
            document.save(file.toFile());
        }
        return file;
    }

    private static PDDocument print(List<List<String>> pages) throws IOException {
        PDDocument document = new PDDocument();
        PDType1Font font = new PDType1Font(FontName.HELVETICA);
        PDType1Font bold = new PDType1Font(FontName.HELVETICA_BOLD);
        for (List<String> lines : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                float y = 700;
                for (String line : lines) {
                    boolean heading = line.startsWith("# ");
                    out.beginText();
                    out.setFont(heading ? bold : font, heading ? 14 : 10);
                    out.newLineAtOffset(72, y);
                    out.showText(heading ? line.substring(2) : line);
                    out.endText();
                    y -= heading ? 20 : 12;
                }
            }
        }
        return document;
    }
}
