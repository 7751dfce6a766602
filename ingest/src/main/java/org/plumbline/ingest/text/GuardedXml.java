package org.plumbline.ingest.text;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RefusedXmlException.Reach;

/// Opens a file's bytes as XML, without trusting them: no entity but the five of XML and character references, no
/// document type is fetched, sizes are bounded.
public final class GuardedXml {

    private static final int BUFFER = 1 << 16;
    private static final int SNIFFED = 1024;

    /// What one tag, comment or document type may hold; text comes in smaller segments.
    private static final long TOKEN_BYTES = 4 << 20;

    private static final XMLInputFactory FACTORY = factory();

    private GuardedXml() {}

    /// A cursor on the start tag of the root element.
    ///
    /// @param in the bytes as stored, gzipped or not; the caller closes it
    /// @throws RefusedXmlException where there is no XML, or none that may be read
    public static XmlCursor open(InputStream in, XmlBounds bounds) throws RefusedXmlException {
        MeteredInput metered = new MeteredInput(sniffed(unzipped(in)), Math.min(bounds.recordBytes(), TOKEN_BYTES));
        return XmlCursor.open(FACTORY, metered, bounds);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Eager and in segments: a text node of any size passes through a buffer of a bounded one.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 20);
        return factory;
    }

    private static InputStream unzipped(InputStream in) throws RefusedXmlException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        byte[] magic = peekMagic(buffered);
        if (magic.length == 0) {
            throw refused(Reason.EMPTY_FILE, "the file is empty; fetch it again");
        }
        if (magic.length < 2 || (magic[0] & 0xff) != 0x1f || (magic[1] & 0xff) != 0x8b) {
            return buffered;
        }
        try {
            // Not buffered again: a buffer that fills itself loses what came before the damage.
            return new GZIPInputStream(buffered, BUFFER);
        } catch (IOException e) {
            throw refused(e, "");
        }
    }

    private static InputStream sniffed(InputStream in) throws RefusedXmlException {
        byte[] head = readHead(in);
        // Latin-1 keeps every byte; the NULs of UTF-16 and the byte-order marks are taken out to see the tags.
        String start = new String(head, StandardCharsets.ISO_8859_1)
                .replaceAll("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)|\u0000", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.isEmpty() && head.length < SNIFFED) {
            throw refused(Reason.EMPTY_FILE, "the file holds nothing; fetch it again");
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw refused(
                    Reason.NOT_XML, "a web page where XML was expected, perhaps an error page; fetch the file again");
        }
        if (!start.isEmpty() && start.charAt(0) != '<') {
            throw refused(Reason.NOT_XML, "neither XML nor gzip: it does not start with a tag; check what was fetched");
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), in);
    }

    private static byte[] readHead(InputStream in) throws RefusedXmlException {
        try {
            return in.readNBytes(SNIFFED);
        } catch (IOException e) {
            throw refused(e, "");
        }
    }

    private static byte[] peekMagic(BufferedInputStream in) throws RefusedXmlException {
        try {
            in.mark(2);
            byte[] magic = in.readNBytes(2);
            in.reset();
            return magic;
        } catch (IOException e) {
            throw refused(e, "");
        }
    }

    private static RefusedXmlException refused(Reason reason, String message) {
        return new RefusedXmlException(reason, Reach.FILE, "", message);
    }

    /// What a failure to read the bytes says of the file.
    static RefusedXmlException refused(IOException e, String place) {
        Reason reason = switch (e) {
            case EOFException _ -> Reason.TRUNCATED;
            case ZipException _ -> Reason.NOT_GZIP;
            case MeteredInput.TooMuchException _ -> Reason.TOO_LARGE;
            case CharConversionException _, UnsupportedEncodingException _ -> Reason.UNKNOWN_ENCODING;
            default -> Reason.UNREADABLE;
        };
        String what = switch (reason) {
            case TRUNCATED -> "the gzip data ends too early; fetch the file again";
            case NOT_GZIP -> "the gzip data is damaged (" + e.getMessage() + "); fetch the file again";
            case TOO_LARGE -> "one piece of XML is beyond " + e.getMessage() + "; look at the file by hand";
            case UNKNOWN_ENCODING ->
                "the characters are not in the encoding that it declares (" + e.getMessage()
                        + "); fetch the file again";
            default -> "cannot be read: " + e.getMessage();
        };
        RefusedXmlException refused = new RefusedXmlException(reason, Reach.FILE, place, what);
        refused.initCause(e);
        return refused;
    }
}
