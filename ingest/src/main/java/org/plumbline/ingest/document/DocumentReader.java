package org.plumbline.ingest.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.plumbline.ingest.document.citation.RisReader;
import org.plumbline.ingest.document.format.Format;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.pubmed.NbibReader;
import org.plumbline.ingest.pubmed.PubmedReader;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RecordReader;

/// Reads a file of any kind: JATS and BMC's `<art>`, citation XML, nbib and RIS through the readers of these; a
/// PDF, DOCX or web page as [Documents] had it taken apart.
public final class DocumentReader implements RecordReader {

    private final Path folder;

    /// @param folder where [Documents] puts what it makes
    public DocumentReader(Path folder) {
        this.folder = folder;
    }

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        // Not closed: the caller closes what it gave.
        BufferedInputStream buffered = new BufferedInputStream(in, 2 * Format.HEAD);
        try {
            buffered.mark(Format.HEAD);
            byte[] head = buffered.readNBytes(Format.HEAD);
            buffered.reset();
            read(Format.of(head), buffered, file, out);
        } catch (IOException e) {
            out.accept(Refusals.of(
                    file, Reason.UNREADABLE, "cannot be read (" + e.getMessage() + "); check the file and its disk"));
        }
    }

    private void read(Format format, InputStream in, InputFile file, Consumer<Delivery> out) throws IOException {
        // A loose file of citations yields to NLM's numbered ones.
        InputFile loose = new InputFile(file.name(), 0);
        switch (format) {
            case PDF, ZIP, HTML -> out.accept(document(Documents.digest(in), file));
            case JATS -> new JatsReader().read(in, file, out);
            case PUBMED -> new PubmedReader().read(in, loose, out);
            case NBIB -> new NbibReader().read(in, loose, out);
            case RIS -> new RisReader().read(in, file, out);
            case EMPTY -> out.accept(Refusals.of(file, Reason.EMPTY_FILE, "nothing stands in it; fetch it again"));
            case UNKNOWN ->
                out.accept(Refusals.of(
                        file,
                        Reason.UNKNOWN_FORMAT,
                        "none of PDF, DOCX, HTML, JATS, BMC, PubMed XML, nbib and RIS; store it as one of these"));
        }
    }

    private Delivery document(String digest, InputFile file) throws IOException {
        Path refused = Documents.refused(folder, digest);
        if (Files.exists(refused)) {
            String[] lines = Files.readString(refused).split("\n", 2);
            return Refusals.of(file, Reason.valueOf(lines[0]), lines[1]);
        }
        Path converted = Documents.converted(folder, digest);
        return Files.exists(converted)
                ? Converted.read(converted, file)
                : Refusals.of(file, Reason.UNREADABLE, "it changed while it was read; take it again");
    }
}
