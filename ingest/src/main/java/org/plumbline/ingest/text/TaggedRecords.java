package org.plumbline.ingest.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Quarantined.Reason;

/// Reads files of tagged records, as reference managers and MEDLINE write them, gzipped or not, a record in memory
/// at a time. A record without identifier and one that its maker fails on cost only themselves; one that is too
/// large ends the file.
public final class TaggedRecords {

    /// How records of a format are told apart, and what they are called in messages.
    ///
    /// @param tagged a line with a tag: group 1 the tag, group 2 the value
    /// @param begins the tag with which a record begins
    /// @param ends the tag that ends it; empty where the next one's beginning does, or the file's end
    /// @param kind what a record is called, such as "citation"
    /// @param nameless what is wrong with one that cannot be told from others, and what to do
    public record Format(Source source, Pattern tagged, String begins, String ends, String kind, String nameless) {}

    /// Makes what a record says.
    @FunctionalInterface
    public interface Maker {

        /// The record and its text; empty where nothing identifies it.
        ///
        /// @param fields of one record, in their order; not empty
        /// @param position the record's place in the file, from 0
        Optional<Delivery.Read> find(List<TaggedField> fields, long position, InputFile file);
    }

    /// The author lists of the largest collaborations have a few megabytes.
    private static final int RECORD_BYTES = 8 << 20;

    private final Format format;
    private final Maker maker;

    public TaggedRecords(Format format, Maker maker) {
        this.format = format;
        this.maker = maker;
    }

    /// As [RecordReader#read].
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        try {
            MeteredInput metered = new MeteredInput(new BufferedInputStream(StoredBytes.unzipped(in)), RECORD_BYTES);
            new Walk(metered, file, new BoundedRefusals(out)).records();
        } catch (IOException e) {
            out.accept(StoredBytes.refused(format.source(), file, "", e));
        }
    }

    private final class Walk {

        private final MeteredInput metered;
        private final TaggedLines lines;
        private final InputFile file;
        private final BoundedRefusals out;
        private final List<TaggedField> fields = new ArrayList<>();
        private long position;

        Walk(MeteredInput metered, InputFile file, BoundedRefusals out) {
            this.metered = metered;
            this.lines = new TaggedLines(metered, format.tagged());
            this.file = file;
            this.out = out;
        }

        void records() {
            try {
                for (@Nullable TaggedField field = lines.next(); field != null; field = lines.next()) {
                    take(field);
                }
                end();
            } catch (IOException e) {
                out.accept(StoredBytes.refused(format.source(), file, place(lines.line()), e));
            } catch (RefusedXmlException e) {
                out.accept(e.delivery(format.source(), file));
            }
        }

        private void take(TaggedField field) throws RefusedXmlException {
            boolean ends = !format.ends().isEmpty() && field.tag().equals(format.ends());
            if ((ends || field.tag().equals(format.begins())) && !fields.isEmpty()) {
                deliver();
                out.check(place(field.line()));
            }
            if (!ends) {
                fields.add(field);
            }
        }

        private void end() {
            if (fields.isEmpty()) {
                return;
            }
            if (format.ends().isEmpty()) {
                deliver();
            } else {
                out.accept(refused(
                        Reason.TRUNCATED,
                        "the file ends inside a " + format.kind() + " (no " + format.ends() + "); export it again"));
            }
        }

        private void deliver() {
            out.accept(made());
            position++;
            fields.clear();
            metered.beginToken();
        }

        /// The one boundary around a record: whatever its maker throws becomes this record's quarantine.
        private Delivery made() {
            try {
                Optional<Delivery.Read> read = maker.find(List.copyOf(fields), position, file);
                return read.isPresent() ? read.get() : refused(Reason.MISSING_ID, format.nameless());
            } catch (RuntimeException e) {
                return new Delivery.Refused(
                        Quarantined.ofFault(format.source(), file.name(), place(), format.kind(), "", e));
            }
        }

        private Delivery.Refused refused(Reason reason, String message) {
            return new Delivery.Refused(Quarantined.of(format.source(), file.name(), place(), reason, message));
        }

        private String place() {
            return place(fields.getFirst().line());
        }

        private static String place(long line) {
            return "line " + line;
        }
    }
}
