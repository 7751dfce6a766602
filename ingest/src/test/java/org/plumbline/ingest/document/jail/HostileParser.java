package org.plumbline.ingest.document.jail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Does what the document tells it: `loop`, `memory`, `halt`, `deep`, or `connect PORT`. Runs in the child only.
public final class HostileParser implements Parser {

    private static final long serialVersionUID = 1L;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.OCTET_STREAM);
    }

    @Override
    public void parse(InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException {
        String[] order =
                new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split(" ", -1);
        XHTMLContentHandler out = new XHTMLContentHandler(handler, new Metadata());
        out.startDocument();
        switch (order[0]) {
            case "loop" -> loop();
            case "memory" -> memory();
            case "halt" -> Runtime.getRuntime().halt(42);
            case "deep" -> deep(0);
            case "connect" -> out.element("p", connect(Integer.parseInt(order[1])));
            default -> throw new IOException("no such order: " + order[0]);
        }
        out.endDocument();
    }

    private static void loop() {
        long turns = 0;
        while (turns >= 0) {
            turns = (turns + 1) & 0xffff;
        }
    }

    private static void memory() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < 1_000_000) {
            kept.add(new byte[1 << 20]);
        }
    }

    private static int deep(int depth) {
        return depth < 0 ? 0 : 1 + deep(depth + 1);
    }

    private static String connect(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return "connected " + socket.isConnected();
        } catch (IOException e) {
            return "refused: " + e.getMessage();
        }
    }
}
