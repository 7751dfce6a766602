package org.plumbline.ingest.spark;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;
import org.plumbline.citations.Source;
import org.plumbline.ingest.intake.Sidecar;
import org.plumbline.ingest.jats.PmcMetadata;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.RecordReader;

/// Reads a batch of files, given as rows of path, name and sequence, into rows of [CorpusRows#STAGED].
final class FileReading implements FlatMapFunction<Iterator<Row>, Row> {

    private static final long serialVersionUID = 1L;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Source source;
    private final Readers readers;
    private final LongAccumulator bytesRead;

    FileReading(Source source, Readers readers, LongAccumulator bytesRead) {
        this.source = source;
        this.readers = readers;
        this.bytesRead = bytesRead;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> files) {
        RecordReader reader = readers.open();
        Deliveries<Row> deliveries = new Deliveries<>(
                source + " files",
                out -> files.forEachRemaining(file -> read(
                        reader, Path.of(file.getString(0)), new InputFile(file.getString(1), file.getLong(2)), out)));
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) _ -> deliveries.close());
        return deliveries;
    }

    private void read(RecordReader reader, Path path, InputFile file, Consumer<Row> out) {
        Optional<PmcMetadata> sidecar =
                source == Source.PMC || source == Source.DOCUMENT ? Sidecar.find(path) : Optional.empty();
        try (InputStream in = new Counted(Files.newInputStream(path))) {
            reader.read(
                    new BufferedInputStream(in, BUFFER_BYTES),
                    file,
                    delivery -> out.accept(
                            StagedRow.of(source, file.name(), path.toString(), completed(delivery, sidecar))));
        } catch (IOException e) {
            out.accept(StagedRow.refused(
                    path.toString(),
                    Quarantined.of(
                            source,
                            file.name(),
                            "",
                            Quarantined.Reason.UNREADABLE,
                            "cannot be read (" + e.getClass().getSimpleName() + "); check its rights")));
        }
    }

    private static Delivery completed(Delivery delivery, Optional<PmcMetadata> sidecar) {
        if (delivery instanceof Delivery.Read read && sidecar.isPresent()) {
            return new Delivery.Read(sidecar.get().complete(read.record()), read.text());
        }
        return delivery;
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytesRead.add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytesRead.add(Math.max(read, 0));
            return read;
        }
    }
}
