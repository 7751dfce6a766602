package org.plumbline.index.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/// Vectors in the order in which they came, in files `vectors-000000` and so on of [#PER_FILE] records each. A record
/// is the 32 bytes of its key, the floats, big endian, and the CRC-32C of both. Readers may be on any thread; one
/// thread at a time may append.
final class VectorRecords implements AutoCloseable {

    static final long PER_FILE = 1 << 20;
    static final int BYTES = VectorKey.BYTES + Float.BYTES * Embedder.DIMENSIONS + Integer.BYTES;

    private static final int CHECKED = BYTES - Integer.BYTES;

    private final Path folder;
    private final Set<? extends OpenOption> how;
    private final List<FileChannel> files = new ArrayList<>();
    private long next;

    /// The first file that was written to since the last [#force].
    private int unforced;

    private VectorRecords(Path folder, Set<? extends OpenOption> how) throws IOException {
        this.folder = folder;
        this.how = how;
        try {
            open();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        while (Files.exists(file(files.size()))) {
            files.add(FileChannel.open(file(files.size()), how));
        }
        if (!files.isEmpty()) {
            long there = files.getLast().size() / BYTES;
            next = (files.size() - 1) * PER_FILE + Math.min(there, PER_FILE);
        }
    }

    /// Opens what is there; what is appended later is not seen.
    static VectorRecords read(Path folder) throws IOException {
        return new VectorRecords(folder, Set.of(StandardOpenOption.READ));
    }

    /// Opens for appending. Records from `checked` on are read, and from the first one that is not whole everything
    /// is cut off: a killed writer left it.
    static VectorRecords append(Path folder, long checked) throws IOException {
        VectorRecords records = new VectorRecords(
                folder, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
        try {
            records.cutTail(checked);
            return records;
        } catch (IOException | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    private void cutTail(long checked) throws IOException {
        for (long number = Math.min(checked, next); number < next; number++) {
            if (!isWhole(readRecord(number))) {
                next = number;
            }
        }
        for (int file = files.size() - 1; file >= 0; file--) {
            cut(file, Math.clamp(next - file * PER_FILE, 0, PER_FILE));
        }
        unforced = Math.max(0, files.size() - 1);
    }

    /// Of an empty file the next record's number would follow, if it stayed.
    private void cut(int file, long records) throws IOException {
        if (records == 0) {
            files.remove(file).close();
            Files.delete(file(file));
        } else {
            files.get(file).truncate(records * BYTES);
        }
    }

    private Path file(int number) {
        return folder.resolve("vectors-%06d".formatted(number));
    }

    /// The file of a record.
    Path fileOf(long number) {
        return file(Math.toIntExact(number / PER_FILE));
    }

    /// The number that the next record gets; there may be damaged ones among those before.
    long next() {
        return next;
    }

    /// Appends a record and answers its number. It outlives the process from here on, and the machine after
    /// [#force].
    long add(VectorKey key, float[] vector) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(BYTES);
        key.write(record);
        record.asFloatBuffer().put(vector, 0, Embedder.DIMENSIONS);
        record.position(CHECKED).putInt(checksum(record)).flip();
        int file = Math.toIntExact(next / PER_FILE);
        if (file == files.size()) {
            files.add(FileChannel.open(file(file), how));
        }
        long start = (next % PER_FILE) * BYTES;
        while (record.hasRemaining()) {
            files.get(file).write(record, start + record.position());
        }
        return next++;
    }

    void force() throws IOException {
        for (FileChannel file : files.subList(unforced, files.size())) {
            file.force(false);
        }
        unforced = Math.max(0, files.size() - 1);
    }

    /// The vector of a record, where the record is whole and has this key.
    Optional<float[]> find(long number, VectorKey key) throws IOException {
        ByteBuffer record = readRecord(number);
        if (!isWhole(record) || !VectorKey.read(record.rewind()).equals(key)) {
            return Optional.empty();
        }
        float[] vector = new float[Embedder.DIMENSIONS];
        record.asFloatBuffer().get(vector);
        return Optional.of(vector);
    }

    /// Whether a record has this key; the rest of it is not read.
    boolean has(long number, VectorKey key) throws IOException {
        ByteBuffer start = read(number, VectorKey.BYTES);
        return start.limit() == VectorKey.BYTES && VectorKey.read(start).equals(key);
    }

    /// The key of a record, if it is whole.
    Optional<VectorKey> findKey(long number) throws IOException {
        ByteBuffer record = readRecord(number);
        return isWhole(record) ? Optional.of(VectorKey.read(record.rewind())) : Optional.empty();
    }

    /// A record's bytes, as many as there are.
    private ByteBuffer readRecord(long number) throws IOException {
        return read(number, BYTES);
    }

    private ByteBuffer read(long number, int bytes) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(bytes);
        long file = number / PER_FILE;
        if (file < files.size()) {
            long start = (number % PER_FILE) * BYTES;
            int read = 0;
            while (record.hasRemaining() && read >= 0) {
                read = files.get((int) file).read(record, start + record.position());
            }
        }
        return record.flip();
    }

    private static boolean isWhole(ByteBuffer record) {
        return record.limit() == BYTES && record.getInt(CHECKED) == checksum(record);
    }

    private static int checksum(ByteBuffer record) {
        CRC32C checksum = new CRC32C();
        checksum.update(record.duplicate().position(0).limit(CHECKED));
        return (int) checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        for (FileChannel file : files) {
            file.close();
        }
    }
}
