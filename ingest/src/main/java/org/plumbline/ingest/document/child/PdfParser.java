package org.plumbline.ingest.document.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/// Writes the lines of a PDF's pages: for each page a `div` with its size, for each line a `p` with its place
/// (points from the upper left corner: `x`, baseline `y`, right end `r`), its font
/// size `s`, its font `f`, `b` where it is bold
/// and `d` where it is turned. What is known of the whole stands in elements `fact`; what forbids reading in the
/// fact named `refused`.
public final class PdfParser implements Parser {

    private static final long serialVersionUID = 1L;
    private static final int MOST_METADATA = 1 << 20;
    private static final Pattern DOI = Pattern.compile("\\b10\\.[0-9]{4,9}/[^\\s\"<>&;]{2,200}");

    private final int mostPages = Integer.getInteger("plumbline.pages", 2_000);
    private final long mostCharacters = Long.getLong("plumbline.characters", 20_000_000);

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.application("pdf"));
    }

    @Override
    public void parse(InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        XHTMLContentHandler out = new XHTMLContentHandler(handler, new Metadata());
        out.startDocument();
        try (PDDocument document = Loader.loadPDF(
                TikaInputStream.get(in).getFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            write(document, out);
        } catch (InvalidPasswordException _) {
            refuse(out, "ENCRYPTED", "it opens with a password only; store a copy without one");
        } catch (IOException e) {
            refuse(out, "DAMAGED", "no PDF reader can open it (" + oneLine(e) + "); fetch it again");
        }
        out.endDocument();
    }

    private void write(PDDocument document, XHTMLContentHandler out) throws IOException, SAXException {
        if (!document.getCurrentAccessPermission().canExtractContent()) {
            refuse(
                    out,
                    "EXTRACTION_FORBIDDEN",
                    "its author forbids to take text out of it; ask for a copy that allows it");
            return;
        }
        int pages = document.getNumberOfPages();
        if (pages > mostPages) {
            refuse(out, "TOO_LARGE", "it has " + pages + " pages, more than " + mostPages + "; raise documents.pages");
            return;
        }
        describe(document, out);
        PageStripper stripper = new PageStripper();
        int pictures = 0;
        int images = 0;
        int broken = 0;
        for (int number = 1; number <= pages && stripper.glyphs() <= mostCharacters; number++) {
            PDPage page = document.getPage(number - 1);
            try {
                write(page, number, stripper.lines(document, number), out);
                pictures += stripper.isPicture() ? 1 : 0;
                images += stripper.hasPicture() ? 1 : 0;
            } catch (IOException _) {
                broken++;
            }
        }
        if (stripper.glyphs() > mostCharacters) {
            refuse(
                    out,
                    "TOO_LARGE",
                    "it holds more than " + mostCharacters + " characters; raise documents.characters");
        }
        fact(out, "glyphs", String.valueOf(stripper.glyphs()));
        fact(out, "unmapped", String.valueOf(stripper.unmapped()));
        fact(out, "pages", String.valueOf(pages));
        fact(out, "pictures", String.valueOf(pictures));
        fact(out, "images", String.valueOf(images));
        fact(out, "broken", String.valueOf(broken));
    }

    private static void write(PDPage page, int number, Iterable<PrintedLine> lines, XHTMLContentHandler out)
            throws SAXException {
        AttributesImpl of = new AttributesImpl();
        add(of, "class", "page");
        add(of, "n", String.valueOf(number));
        add(of, "w", places(page.getCropBox().getWidth()));
        add(of, "h", places(page.getCropBox().getHeight()));
        out.startElement("div", of);
        for (PrintedLine line : lines) {
            write(line, out);
        }
        out.endElement("div");
    }

    private static void write(PrintedLine line, XHTMLContentHandler out) throws SAXException {
        AttributesImpl of = new AttributesImpl();
        add(of, "x", places(line.x()));
        add(of, "y", places(line.baseline()));
        add(of, "r", places(line.right()));
        add(of, "s", places(line.size()));
        add(of, "f", line.font());
        if (line.bold()) {
            add(of, "b", "1");
        }
        if (line.direction() != 0) {
            add(of, "d", String.valueOf(Math.round(line.direction())));
        }
        out.startElement("p", of);
        for (PrintedLine.Run run : line.runs()) {
            switch (run.shift()) {
                case NONE -> out.characters(run.words());
                case RAISED -> out.element("sup", run.words());
                case LOWERED -> out.element("sub", run.words());
            }
        }
        out.endElement("p");
    }

    private static void describe(PDDocument document, XHTMLContentHandler out) throws SAXException {
        PDDocumentInformation information = document.getDocumentInformation();
        fact(out, "title", String.valueOf(information.getTitle() == null ? "" : information.getTitle()));
        PDMetadata xmp = document.getDocumentCatalog().getMetadata();
        StringBuilder described = new StringBuilder();
        for (String key : information.getMetadataKeys()) {
            described.append(information.getPropertyStringValue(key)).append('\n');
        }
        if (xmp != null) {
            try (InputStream in = xmp.exportXMPMetadata()) {
                described.append(new String(in.readNBytes(MOST_METADATA), StandardCharsets.UTF_8));
            } catch (IOException _) {
                // Metadata is a help, not the document.
                described.append('\n');
            }
        }
        Matcher doi = DOI.matcher(described);
        if (doi.find()) {
            fact(out, "doi", doi.group());
        }
    }

    private static void refuse(XHTMLContentHandler out, String reason, String message) throws SAXException {
        fact(out, "refused", reason);
        fact(out, "message", message);
    }

    /// Facts stand in the body, where they may follow the pages they count.
    private static void fact(XHTMLContentHandler out, String name, String content) throws SAXException {
        AttributesImpl of = new AttributesImpl();
        add(of, "name", name);
        add(of, "content", content);
        out.startElement("fact", of);
        out.endElement("fact");
    }

    private static void add(AttributesImpl attributes, String name, String value) {
        attributes.addAttribute("", name, name, "CDATA", value);
    }

    private static String places(float points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }

    private static String oneLine(IOException e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return message.length() > 120 ? message.substring(0, 120) + "…" : message;
    }
}
