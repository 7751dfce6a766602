package org.plumbline.ingest.document.citation;

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

/// Reads RIS, in which each citation begins with `TY  - ` and ends with `ER  - `.
///
/// A citation becomes a record under its DOI, else under the digest of its fields; one that has neither title nor
/// identifier is refused. A PMID (tags AN with a PubMed database, or a PubMed address) ties it to PubMed's record.
public final class RisReader implements RecordReader {

    private static final Pattern TAGGED = Pattern.compile("([A-Z][A-Z0-9]) {1,2}- ?(.*)");
    private static final int MOST_FIELDS = 20_000;

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
            out.accept(e.delivery(Source.CITATION, file));
        }
    }

    private static void records(TaggedLines lines, InputFile file, BoundedRefusals out)
            throws IOException, RefusedXmlException {
        List<Field> fields = new ArrayList<>();
        long position = 0;
        for (@Nullable Field field = lines.next(); field != null; field = lines.next()) {
            boolean ends = field.tag().equals("ER");
            boolean begins = field.tag().equals("TY");
            if ((ends || begins) && !fields.isEmpty()) {
                out.accept(record(fields, file, position++));
                out.check("line " + field.line());
                fields.clear();
            }
            if (!ends && fields.size() < MOST_FIELDS) {
                fields.add(field);
            }
        }
        if (!fields.isEmpty()) {
            out.accept(new Delivery.Refused(Quarantined.of(
                    Source.CITATION,
                    file.name(),
                    "line " + fields.getFirst().line(),
                    Reason.TRUNCATED,
                    "the file ends inside a citation (no ER); export it again")));
        }
    }

    /// The one boundary around a record: whatever the parser throws becomes this record's quarantine.
    private static Delivery record(List<Field> fields, InputFile file, long position) {
        String place = "line " + fields.getFirst().line();
        try {
            Optional<Delivery.Read> read = new RisFields(fields).findRead(new SourceOrder(1, 1, position));
            return read.isPresent()
                    ? read.get()
                    : refused(file, place, Reason.MISSING_ID, "a citation without title and DOI; complete it");
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return new Delivery.Refused(new Quarantined(
                    Source.CITATION,
                    file.name(),
                    place,
                    Reason.PARSER_FAULT,
                    "the reader failed on this citation; report it with its trace",
                    "",
                    trace.toString()));
        }
    }

    private static Delivery.Refused refused(InputFile file, String place, Reason reason, String message) {
        return new Delivery.Refused(Quarantined.of(Source.CITATION, file.name(), place, reason, message));
    }
}
