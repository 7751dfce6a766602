package org.plumbline.ingest.document.child;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Takes the lines off one page after the other, in the order in which the page paints them.
final class PageStripper extends PDFTextStripper {

    private final List<PrintedLine> lines = new ArrayList<>();
    private final PaintedSign signs = new PaintedSign();
    private double area;
    private double painted;
    private long glyphs;
    private long unmapped;

    PageStripper() {
        setSortByPosition(false);
        setShouldSeparateByBeads(false);
        setSuppressDuplicateOverlappingText(true);
    }

    /// The lines of a page; those of the page before are forgotten.
    List<PrintedLine> lines(PDDocument document, int page) throws IOException {
        lines.clear();
        setStartPage(page);
        setEndPage(page);
        writeText(document, Writer.nullWriter());
        return List.copyOf(lines);
    }

    /// Characters painted so far, and how many of these have no meaning in their font.
    long glyphs() {
        return glyphs;
    }

    long unmapped() {
        return unmapped;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        glyphs++;
        String meaning = font.toUnicode(code);
        if (meaning == null || meaning.isEmpty()) {
            unmapped++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    /// Whether pictures cover half of the page read last.
    boolean isPicture() {
        return painted > 0.5 * area;
    }

    /// Whether the page read last has any picture.
    boolean hasPicture() {
        return painted > 0;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        painted = 0;
        area = (double) page.getCropBox().getWidth() * page.getCropBox().getHeight();
        super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean inline = operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE);
        boolean object = operator.getName().equals(OperatorName.DRAW_OBJECT)
                && !operands.isEmpty()
                && operands.getFirst() instanceof COSName name
                && getResources() != null
                && getResources().isImageXObject(name);
        if (inline || object) {
            Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
            painted += (double) Math.abs(matrix.getScalingFactorX() * matrix.getScalingFactorY());
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void writePage() {
        PrintedLine line = new PrintedLine();
        for (List<TextPosition> positions : charactersByArticle) {
            for (TextPosition position : positions) {
                Glyph glyph = Glyph.of(position, signs);
                if (!line.takes(glyph)) {
                    end(line);
                    line = new PrintedLine();
                }
                line.add(glyph);
            }
        }
        end(line);
    }

    private void end(PrintedLine line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }
}
