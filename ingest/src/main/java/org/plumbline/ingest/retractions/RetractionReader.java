package org.plumbline.ingest.retractions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.ingest.text.BoundedRefusals;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RecordReader;
import org.plumbline.ingest.text.StoredBytes;

/// Reads a list of notices, a row at a time. The head line tells the layout: Retraction Watch's columns, in any
/// order and case ([WatchRow]), or pairs of a publication and its notice ([PairRow]); the cells are separated by
/// tabs where the head line has one, else by commas. Bytes that are not UTF-8 become replacement characters: they
/// stand in names, never in identifiers.
public final class RetractionReader implements RecordReader {

    private static final int LONGEST_HEAD = 1 << 14;
    private static final int LONGEST_CELL = 1 << 20;
    private static final int LONGEST_SAMPLE = 2_000;

    private static final CsvMapper CSV = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_CELL)
                            .build())
                    .build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    @Override
    public void read(InputStream in, InputFile file, Consumer<Delivery> out) {
        try {
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(StoredBytes.unzipped(in), StandardCharsets.UTF_8), LONGEST_HEAD);
            CsvSchema schema = schema(reader);
            try (MappingIterator<String[]> rows =
                    CSV.readerFor(String[].class).with(schema).readValues(reader)) {
                new Walk(rows, file, new BoundedRefusals(out)).walk();
            }
        } catch (IOException e) {
            out.accept(StoredBytes.refused(Source.RETRACTION_WATCH, file, "", e));
        }
    }

    /// Skips a byte-order mark, and looks for a tab in the head line.
    private static CsvSchema schema(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        reader.mark(LONGEST_HEAD);
        boolean tabs = false;
        for (int i = 0; i < LONGEST_HEAD - 1 && !tabs; i++) {
            int next = reader.read();
            if (next < 0 || next == '\n') {
                break;
            }
            tabs = next == '\t';
        }
        reader.reset();
        CsvSchema commas = CsvSchema.emptySchema();
        return tabs ? commas.withColumnSeparator('\t').withoutQuoteChar() : commas;
    }

    private static final class Walk {

        private final MappingIterator<String[]> rows;
        private final InputFile file;
        private final BoundedRefusals out;

        Walk(MappingIterator<String[]> rows, InputFile file, BoundedRefusals out) {
            this.rows = rows;
            this.file = file;
            this.out = out;
        }

        void walk() throws IOException {
            try {
                rows();
            } catch (JsonProcessingException e) {
                if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
                    refuse(Reason.TOO_LARGE, "beyond what a cell may hold; look at the file by hand");
                    return;
                }
                String said = e.getOriginalMessage().replaceAll("\\s+", " ");
                boolean cut = said.contains("closing quote");
                refuse(
                        cut ? Reason.TRUNCATED : Reason.MALFORMED_CSV,
                        cut ? "a quoted cell has no end; fetch the file again" : said + "; fetch the file again");
            }
        }

        private void rows() throws IOException {
            if (!rows.hasNextValue()) {
                refuse(Reason.EMPTY_FILE, "the file holds nothing; fetch it again");
                return;
            }
            Map<String, Integer> columns = Cells.columns(Arrays.asList(rows.nextValue()));
            if (!WatchRow.isHead(columns) && !PairRow.isHead(columns)) {
                refuse(
                        Reason.MALFORMED_CSV,
                        "no head line of Retraction Watch or of pairs (pmid, pmidRetraction); check what was fetched");
                return;
            }
            for (long position = 0; rows.hasNextValue(); position++) {
                if (out.isFull()) {
                    refuse(Reason.TOO_LARGE, BoundedRefusals.MOST + " rows were refused, the rest is not read");
                    return;
                }
                row(new Cells(columns, Arrays.asList(rows.nextValue())), position);
            }
        }

        private void row(Cells cells, long position) {
            if (cells.values().size() == cells.columns().size()) {
                out.accept(delivery(cells, new SourceOrder(file.sequence(), 1, position)));
            } else {
                out.accept(refused(
                        Reason.MALFORMED_CSV,
                        cells.values().size() + " cells under "
                                + cells.columns().size() + " columns; correct the row",
                        cells.values()));
            }
        }

        /// The one boundary per record: a fault of ours costs this row, not the file.
        private Delivery delivery(Cells cells, SourceOrder order) {
            try {
                return WatchRow.isHead(cells.columns())
                        ? WatchRow.deliver(cells, order)
                        : PairRow.deliver(cells, order);
            } catch (BadRowException e) {
                return refused(Reason.WRONG_VALUE, String.valueOf(e.getMessage()), cells.values());
            } catch (RuntimeException e) {
                return new Delivery.Refused(Quarantined.ofFault(
                        Source.RETRACTION_WATCH, file.name(), place(), "row", sample(cells.values()), e));
            }
        }

        private void refuse(Reason reason, String message) {
            out.accept(refused(reason, message, List.of()));
        }

        private Delivery.Refused refused(Reason reason, String message, List<String> cells) {
            return new Delivery.Refused(
                    new Quarantined(Source.RETRACTION_WATCH, file.name(), place(), reason, message, sample(cells), ""));
        }

        private String place() {
            return "line " + rows.getCurrentLocation().getLineNr();
        }

        private static String sample(List<String> cells) {
            String row = String.join(",", cells);
            return row.substring(0, Math.min(row.length(), LONGEST_SAMPLE));
        }
    }
}
