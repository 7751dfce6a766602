package org.plumbline.index.lucene;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.store.InputStreamDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOUtils;

/// The blocks of a part that a snapshot leaves out, because an article was changed, merged away or taken back: by
/// their first document and their length.
///
/// As a file: how many there are, then for each the documents between the one before and it, and its length, as
/// Lucene's variable-length integers.
public final class DeadBlocks {

    public static final DeadBlocks NONE = new DeadBlocks(new long[0]);

    private static final int LENGTH_BITS = 32;

    /// First document and length, sorted.
    private final long[] blocks;

    private DeadBlocks(long[] blocks) {
        this.blocks = blocks;
    }

    /// These and one more for each article document that is named.
    ///
    /// @param added first documents and lengths as [#block] packs them, in any order, none of them dead yet
    public DeadBlocks with(long[] added) {
        long[] all = Arrays.copyOf(blocks, blocks.length + added.length);
        System.arraycopy(added, 0, all, blocks.length, added.length);
        Arrays.sort(all);
        return new DeadBlocks(all);
    }

    /// A block as one number.
    ///
    /// @param article the article's document, the last of the block
    public static long block(int article, int length) {
        return ((long) (article + 1 - length) << LENGTH_BITS) | length;
    }

    /// The article's document of a block as [#block] packs it.
    public static int article(long block) {
        return first(block) + length(block) - 1;
    }

    public int count() {
        return blocks.length;
    }

    /// Whether a document lies in a dead block.
    public boolean contains(int document) {
        int at = Arrays.binarySearch(blocks, ((long) document << LENGTH_BITS) | 0xFFFF_FFFFL);
        long block = at == -1 ? 0 : blocks[-at - 2];
        return document < first(block) + length(block);
    }

    /// The articles' documents, each the last of its block.
    public IntStream articles() {
        return LongStream.of(blocks).mapToInt(block -> first(block) + length(block) - 1);
    }

    /// The documents that live.
    ///
    /// @param documents how many the part has
    FixedBitSet live(int documents) {
        FixedBitSet live = new FixedBitSet(documents);
        live.set(0, documents);
        for (long block : blocks) {
            live.clear(first(block), first(block) + length(block));
        }
        return live;
    }

    private static int first(long block) {
        return (int) (block >>> LENGTH_BITS);
    }

    private static int length(long block) {
        return (int) block;
    }

    public static DeadBlocks read(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            InputStreamDataInput in = new InputStreamDataInput(bytes);
            long[] blocks = new long[in.readVInt()];
            int next = 0;
            for (int i = 0; i < blocks.length; i++) {
                int first = next + in.readVInt();
                int length = in.readVInt();
                next = first + length;
                blocks[i] = block(next - 1, length);
            }
            return new DeadBlocks(blocks);
        }
    }

    /// Writes a new file, so that it survives a loss of power.
    public void write(Path file) throws IOException {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
            OutputStreamDataOutput out = new OutputStreamDataOutput(bytes);
            out.writeVInt(blocks.length);
            int next = 0;
            for (long block : blocks) {
                out.writeVInt(first(block) - next);
                out.writeVInt(length(block));
                next = first(block) + length(block);
            }
        }
        IOUtils.fsync(file, false);
    }
}
