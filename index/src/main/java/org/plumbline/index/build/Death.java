package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.plumbline.index.Blocks;
import org.plumbline.index.DigestSum;
import org.plumbline.index.Holding;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.lucene.DeadBlocks;
import org.plumbline.index.lucene.Fields;

/// Marks articles dead that an update replaces or removes: looks each up by its id, and sums up what goes with it.
final class Death {

    private final NavigableSet<String> ids;
    private final Path folder;
    private Holding gone = Holding.NOTHING;

    /// @param folder for the files that name dead blocks
    private Death(NavigableSet<String> ids, Path folder) {
        this.ids = ids;
        this.folder = folder;
    }

    /// The part without these articles; the same one where it has none of them.
    static LivePart of(LivePart live, NavigableSet<String> ids, Path folder) throws IOException {
        return new Death(ids, folder).in(live);
    }

    private LivePart in(LivePart live) throws IOException {
        long[] added;
        try (DirectoryReader reader = live.open()) {
            added = blocks(reader, reader.leaves().getFirst().reader());
        }
        if (added.length == 0) {
            return live;
        }
        DeadBlocks dead = live.dead().with(added);
        SnapshotPart part = live.part();
        Path written = Files.createDirectories(folder).resolve(part.id());
        dead.write(written);
        String digest = Sha256.ofFile(written);
        Path named = folder.resolve(Sweeping.DEAD + part.id() + "-" + digest.substring(0, 16));
        Files.move(written, named);
        return new LivePart(
                part.withDead(part.dead().plus(gone), String.valueOf(named.getFileName()), digest),
                live.folder(),
                Optional.of(named));
    }

    /// The blocks of the articles, of which the index finds more than are meant: an alias of one may be the id of
    /// another, and case does not count.
    private long[] blocks(DirectoryReader reader, LeafReader leaf) throws IOException {
        Blocks blocks = new Blocks(reader);
        List<Integer> found = new ArrayList<>();
        NavigableSet<BytesRef> exact = new TreeSet<>();
        for (String id : ids) {
            exact.add(new BytesRef(id));
            found.addAll(blocks.findAll(new Term(Fields.ALIAS, id.toLowerCase(Locale.ROOT))));
        }
        Collections.sort(found);
        BinaryDocValues names = leaf.getBinaryDocValues(Fields.ID);
        NumericDocValues lengths = leaf.getNumericDocValues(Fields.BLOCK);
        List<Long> dead = new ArrayList<>();
        int last = -1;
        for (int article : found) {
            if (article > last && names.advanceExact(article) && exact.contains(names.binaryValue())) {
                lengths.advanceExact(article);
                dead.add(DeadBlocks.block(article, (int) lengths.longValue()));
                count(leaf, article);
            }
            last = article;
        }
        return dead.stream().mapToLong(Long::longValue).toArray();
    }

    private void count(LeafReader leaf, int article) throws IOException {
        BinaryDocValues digest = leaf.getBinaryDocValues(Fields.DIGEST);
        digest.advanceExact(article);
        BytesRef bytes = BytesRef.deepCopyOf(digest.binaryValue());
        gone = gone.plus(new Holding(
                1,
                value(leaf, Fields.TEXT_COUNT, article),
                value(leaf, Fields.PASSAGE_COUNT, article),
                DigestSum.of(bytes.bytes)));
    }

    private static long value(LeafReader leaf, String field, int article) throws IOException {
        NumericDocValues values = leaf.getNumericDocValues(field);
        values.advanceExact(article);
        return values.longValue();
    }
}
