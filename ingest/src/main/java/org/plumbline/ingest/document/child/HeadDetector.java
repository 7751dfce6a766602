package org.plumbline.ingest.document.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.plumbline.ingest.document.format.Format;

/// Tells Tika what a document is in the same way in which the parent told it.
public final class HeadDetector implements Detector {

    private static final long serialVersionUID = 1L;

    private static final MediaType DOCX =
            MediaType.application("vnd.openxmlformats-officedocument.wordprocessingml.document");

    @Override
    public MediaType detect(InputStream in, Metadata metadata) throws IOException {
        in.mark(Format.HEAD);
        byte[] head = in.readNBytes(Format.HEAD);
        in.reset();
        return switch (Format.of(head)) {
            case PDF -> MediaType.application("pdf");
            case HTML -> MediaType.text("html");
            case ZIP -> isDocx(in) ? DOCX : MediaType.OCTET_STREAM;
            case JATS, PUBMED, NBIB, RIS, EMPTY, UNKNOWN -> MediaType.OCTET_STREAM;
        };
    }

    private static boolean isDocx(InputStream in) throws IOException {
        try (ZipFile archive = new ZipFile(TikaInputStream.get(in).getFile())) {
            return archive.getEntry("word/document.xml") != null;
        } catch (ZipException _) {
            // A damaged archive: the parser of DOCX says what is wrong with it.
            return true;
        }
    }
}
