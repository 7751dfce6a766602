package org.plumbline.index.vector;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the keys of the records `from` to `until - 1` stand: a file of pairs, sorted by key, of a key's first eight
/// bytes and a record's number. It is mapped into memory, not read; once written it is never changed. A record says
/// itself whether it has the key, so a run that is wrong loses vectors but never gives a wrong one. Any thread may
/// read.
final class KeyRun implements AutoCloseable {

    private static final int PAIR = 2 * Long.BYTES;
    private static final Pattern NAME = Pattern.compile("keys-(\\d{12})-(\\d{12})");
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Path file;
    private final long from;
    private final long until;
    private final Arena arena;
    private final MemorySegment pairs;

    private KeyRun(Path file, long from, long until) throws IOException {
        this.file = file;
        this.from = from;
        this.until = until;
        this.arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            pairs = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size() / PAIR * PAIR, arena);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /// Opens the run of a file, if it is one.
    static Optional<KeyRun> find(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new KeyRun(file, Long.parseLong(name.group(1)), Long.parseLong(name.group(2))))
                : Optional.empty();
    }

    /// Writes the keys of the records `from` to `until - 1`, and opens the run. Of records that are damaged there is
    /// none.
    static KeyRun write(Path folder, long from, long until, Map<VectorKey, Long> keys) throws IOException {
        List<Map.Entry<VectorKey, Long>> sorted = keys.entrySet().stream()
                .sorted((left, right) -> Long.compareUnsigned(
                        left.getKey().first(), right.getKey().first()))
                .toList();
        return write(folder, from, until, out -> {
            for (Map.Entry<VectorKey, Long> each : sorted) {
                out.writeLong(each.getKey().first());
                out.writeLong(each.getValue());
            }
        });
    }

    /// Writes two neighbouring runs as one, and opens it.
    static KeyRun join(Path folder, KeyRun left, KeyRun right) throws IOException {
        return write(folder, left.from, right.until, out -> {
            long atLeft = 0;
            long atRight = 0;
            while (atLeft < left.size() || atRight < right.size()) {
                boolean takeLeft = atRight == right.size()
                        || (atLeft < left.size() && Long.compareUnsigned(left.key(atLeft), right.key(atRight)) <= 0);
                KeyRun taken = takeLeft ? left : right;
                long at = takeLeft ? atLeft++ : atRight++;
                out.writeLong(taken.key(at));
                out.writeLong(taken.number(at));
            }
        });
    }

    private interface Writing {

        void to(DataOutputStream out) throws IOException;
    }

    private static KeyRun write(Path folder, long from, long until, Writing writing) throws IOException {
        Path file = folder.resolve("keys-%012d-%012d".formatted(from, until));
        Path part = folder.resolve(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            writing.to(out);
            out.flush();
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return new KeyRun(file, from, until);
    }

    long from() {
        return from;
    }

    long until() {
        return until;
    }

    boolean isOf(Path other) {
        return file.equals(other);
    }

    Path file() {
        return file;
    }

    /// Whether there is a pair of this key and this record.
    boolean has(VectorKey key, long number) {
        boolean found = false;
        for (long at = first(key.first()); !found && at < size() && key(at) == key.first(); at++) {
            found = number(at) == number;
        }
        return found;
    }

    long size() {
        return pairs.byteSize() / PAIR;
    }

    /// The first eight bytes of the key of a pair.
    long key(long at) {
        return pairs.get(LONG, at * PAIR);
    }

    /// The record of a pair.
    long number(long at) {
        return pairs.get(LONG, at * PAIR + Long.BYTES);
    }

    /// The first pair whose key is not before this one.
    long first(long key) {
        long low = 0;
        long high = size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (Long.compareUnsigned(key(middle), key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Removes the file; who has it open keeps reading it.
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() {
        arena.close();
    }
}
