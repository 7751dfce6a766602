package org.plumbline.ingest.text;

import com.ctc.wstx.exc.WstxEOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RefusedXmlException.Reach;

/// Walks through a guarded XML document, forward only. One thread at a time.
///
/// The usual loop asks for children and need not read or skip what it does not want:
/// ```
/// int depth = cursor.depth();
/// while (cursor.nextChild(depth)) {
///     switch (cursor.name()) {
///         case "Title" -> title = cursor.words();
///         default -> {}
///     }
/// }
/// ```
/// Mixed content is read with [#next()], [#appendTo(ContentBuilder)] and the element's own depth.
public final class XmlCursor {

    /// What the cursor stands on.
    public enum Token {
        START,
        /// A piece of character data; one text may come in several.
        TEXT,
        END,
        /// The document is over.
        DONE
    }

    private final XMLStreamReader reader;
    private final MeteredInput input;
    private final XmlBounds bounds;
    private final ContentBuilder words = new ContentBuilder();
    private int depth;
    private Token token = Token.START;
    private boolean leaving;
    private long recordStart;
    private boolean refused;

    private XmlCursor(XMLStreamReader reader, MeteredInput input, XmlBounds bounds) {
        this.reader = reader;
        this.input = input;
        this.bounds = bounds;
    }

    static XmlCursor open(XMLInputFactory factory, MeteredInput input, XmlBounds bounds) throws RefusedXmlException {
        XMLStreamReader reader;
        try {
            reader = factory.createXMLStreamReader(input);
        } catch (XMLStreamException e) {
            throw refused(e, "");
        }
        XmlCursor cursor = new XmlCursor(reader, input, bounds);
        while (cursor.next() == Token.TEXT) {
            // white space before the root
        }
        return cursor;
    }

    /// The local name of the element whose start or end this is.
    public String name() {
        return reader.getLocalName();
    }

    /// The value of the attribute with this local name, whatever its namespace; empty where there is none.
    public String attribute(String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /// The attributes by local name, whatever their namespace; of two with the same local name, the first.
    public Map<String, String> attributes() {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /// Moves to the end of the element whose start this is.
    public void skip() throws RefusedXmlException {
        int element = depth;
        while (!(next() == Token.END && depth == element)) {
            // nothing of it is wanted
        }
    }

    /// How many elements are open, the one whose start or end this is included: 1 on the root.
    public int depth() {
        return depth;
    }

    public Token token() {
        return token;
    }

    /// Where in the file: "line 12, column 3".
    public String place() {
        return place(reader.getLocation());
    }

    /// Starts a record: counts its bytes anew and forgets that the one before was refused. Without it the whole
    /// document is one record.
    public void beginRecord() {
        recordStart = input.count();
        refused = false;
    }

    /// Moves to the start of the next record, a child of the element that was open at this depth, and begins it;
    /// false at the element's end. Goes on behind a record that was refused: what else is wrong in the rest of it
    /// was told already.
    public boolean nextRecord(int parentDepth) throws RefusedXmlException {
        boolean found = nextChild(parentDepth);
        beginRecord();
        return found;
    }

    /// Moves to the next token, passing over comments and processing instructions.
    public Token next() throws RefusedXmlException {
        if (leaving) {
            depth--;
            leaving = false;
        }
        input.beginToken();
        token = Token.TEXT;
        token = read();
        if (token == Token.START) {
            depth++;
            refuseDepth();
        }
        leaving = token == Token.END;
        refuseRecord();
        return token;
    }

    /// Moves to the start of the next child of the element that was open at this depth, passing over whatever is
    /// left of the child before; false at the element's end.
    public boolean nextChild(int parentDepth) throws RefusedXmlException {
        if (token == Token.END && depth <= parentDepth) {
            return false;
        }
        while (true) {
            switch (next()) {
                case START -> {
                    if (depth == parentDepth + 1) {
                        return true;
                    }
                }
                case END -> {
                    if (depth == parentDepth) {
                        return false;
                    }
                }
                case DONE -> {
                    return false;
                }
                case TEXT -> {}
            }
        }
    }

    /// The words of the element whose start this is, all its elements' included, white space collapsed; moves to
    /// its end.
    public String words() throws RefusedXmlException {
        words.clear();
        int element = depth;
        while (!(next() == Token.END && depth == element)) {
            appendTo(words);
        }
        return words.content();
    }

    /// Appends the text that the cursor stands on; nothing where it stands on a tag.
    public void appendTo(ContentBuilder content) throws RefusedXmlException {
        if (token != Token.TEXT) {
            return;
        }
        if (content.length() + (long) reader.getTextLength() > bounds.textLength()) {
            throw refusedRecord(
                    Reason.TOO_LARGE,
                    "one element holds more than " + bounds.textLength() + " characters; look at the file by hand");
        }
        content.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    /// Appends the characters that the cursor stands on as the source has them; nothing where it stands on a tag.
    public void appendTo(StringBuilder characters) {
        if (token == Token.TEXT) {
            characters.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    /// Reads to the end of the document, so that damage after the root is seen.
    public void finish() throws RefusedXmlException {
        while (token != Token.DONE) {
            next();
        }
    }

    private Token read() throws RefusedXmlException {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        return Token.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        return Token.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Token.TEXT;
                    }
                    case XMLStreamConstants.DTD -> refuseEntities(reader.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE -> refuseEntity();
                    default -> input.beginToken();
                }
            }
            return Token.DONE;
        } catch (XMLStreamException e) {
            throw refused(e, place());
        }
    }

    private void refuseEntities(String internalSubset) throws RefusedXmlException {
        if (internalSubset != null && internalSubset.contains("<!ENTITY")) {
            throw new RefusedXmlException(
                    Reason.FORBIDDEN_ENTITY,
                    Reach.FILE,
                    place(),
                    "its document type declares entities of its own, which are not read; remove them");
        }
    }

    private void refuseEntity() throws RefusedXmlException {
        if (!refused) {
            throw refusedRecord(
                    Reason.FORBIDDEN_ENTITY,
                    "the entity &" + reader.getLocalName() + "; is none of XML's own five; write the character itself");
        }
    }

    private void refuseDepth() throws RefusedXmlException {
        if (depth > bounds.depth()) {
            throw new RefusedXmlException(
                    Reason.TOO_LARGE,
                    Reach.FILE,
                    place(),
                    "more than " + bounds.depth() + " elements inside each other; look at the file by hand");
        }
    }

    private void refuseRecord() throws RefusedXmlException {
        if (!refused && input.count() - recordStart > bounds.recordBytes()) {
            throw refusedRecord(
                    Reason.TOO_LARGE,
                    "one record is beyond " + bounds.recordBytes() + " bytes; look at the file by hand");
        }
    }

    private RefusedXmlException refusedRecord(Reason reason, String message) {
        refused = true;
        return new RefusedXmlException(reason, Reach.RECORD, place(), message);
    }

    private static RefusedXmlException refused(XMLStreamException e, String near) {
        String exactly = place(e.getLocation());
        String place = exactly.isEmpty() ? near : exactly;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return GuardedXml.refused(io, place);
            }
        }
        RefusedXmlException refused = new RefusedXmlException(reason(e), Reach.FILE, place, oneLine(e));
        refused.initCause(e);
        return refused;
    }

    private static Reason reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof WstxEOFException) {
            return Reason.TRUNCATED;
        }
        if (message.contains("limit") && message.contains("exceeded")) {
            return Reason.TOO_LARGE;
        }
        return message.contains("encoding") ? Reason.UNKNOWN_ENCODING : Reason.MALFORMED_XML;
    }

    private static String oneLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("(?s)\\R at \\[row.*", "");
        return message.replaceAll("\\s+", " ").replaceFirst("[. ]+$", "") + "; fetch the file again, or mend it";
    }

    private static String place(Location location) {
        return location == null || location.getLineNumber() < 1
                ? ""
                : "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }
}
