package org.plumbline.ingest.pubmed;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.ingest.text.BoundedRefusals;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RecordReader;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.TaggedLines;
import org.plumbline.ingest.text.TaggedLines.Field;

/// Reads MEDLINE's tagged format (`.nbib`, as PubMed saves citations): PubMed records, as those of the XML but with
/// the abstract in one part. A record begins at its PMID.
///
/// Format: https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format
public final class NbibReader implements RecordReader {

    private static final Pattern TAGGED = Pattern.compile("([A-Z]{2,4} {0,2})- ?(.*)");
    private static final int MOST_FIELDS = 50_000;

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        try {
            records(new TaggedLines(in, TAGGED), file, new BoundedRefusals(out));
        } catch (IOException e) {
            out.accept(refused(
                    file,
                    "",
                    Reason.UNREADABLE,
                    "cannot be read (" + e.getMessage() + "); check the file and its disk"));
        } catch (RefusedXmlException e) {
            out.accept(e.delivery(Source.PUBMED, file));
        }
    }

    private static void records(TaggedLines lines, InputFile file, BoundedRefusals out)
            throws IOException, RefusedXmlException {
        List<Field> fields = new ArrayList<>();
        long position = 0;
        for (@Nullable Field field = lines.next(); field != null; field = lines.next()) {
            if (field.tag().equals("PMID") && !fields.isEmpty()) {
                out.accept(record(fields, file, position++));
                out.check("line " + field.line());
                fields.clear();
            }
            if (fields.size() < MOST_FIELDS) {
                fields.add(field);
            }
        }
        if (!fields.isEmpty()) {
            out.accept(record(fields, file, position));
        }
    }

    /// The one boundary around a record: whatever the parser throws becomes this record's quarantine.
    private static Delivery record(List<Field> fields, InputFile file, long position) {
        String place = "line " + fields.getFirst().line();
        try {
            Optional<Delivery.Read> read =
                    NbibFields.draft(fields).findRead(new SourceOrder(file.sequence(), 1, position));
            return read.isPresent()
                    ? read.get()
                    : refused(file, place, Reason.MISSING_ID, "a record without a PMID; save it again from PubMed");
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return new Delivery.Refused(new Quarantined(
                    Source.PUBMED,
                    file.name(),
                    place,
                    Reason.PARSER_FAULT,
                    "the reader failed on this record; report it with its trace",
                    "",
                    trace.toString()));
        }
    }

    private static Delivery.Refused refused(InputFile file, String place, Reason reason, String message) {
        return new Delivery.Refused(Quarantined.of(Source.PUBMED, file.name(), place, reason, message));
    }
}
