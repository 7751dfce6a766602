package org.plumbline.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// A part of one segment, of which some blocks are dead: they are nobody's live documents, and are dropped where
/// the part is joined with others. Their words still count in statistics.
public final class LiveReader extends FilterDirectoryReader {

    private final DeadBlocks dead;

    private LiveReader(DirectoryReader in, DeadBlocks dead) throws IOException {
        super(in, new Wrapper(dead));
        this.dead = dead;
    }

    /// The reader itself where nothing is dead. Closing the answer closes the reader.
    public static DirectoryReader of(DirectoryReader in, DeadBlocks dead) throws IOException {
        return dead.count() == 0 ? in : new LiveReader(in, dead);
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
        return new LiveReader(other, dead);
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }

    private static final class Wrapper extends SubReaderWrapper {

        private final DeadBlocks dead;

        Wrapper(DeadBlocks dead) {
            this.dead = dead;
        }

        @Override
        public LeafReader wrap(LeafReader reader) {
            return new Leaf((CodecReader) reader, dead.live(reader.maxDoc()));
        }
    }

    private static final class Leaf extends FilterCodecReader {

        private final FixedBitSet live;
        private final int count;

        Leaf(CodecReader in, FixedBitSet live) {
            super(in);
            this.live = live;
            this.count = live.cardinality();
        }

        @Override
        public Bits getLiveDocs() {
            return live;
        }

        @Override
        public int numDocs() {
            return count;
        }

        @Override
        public @Nullable CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return null;
        }
    }
}
