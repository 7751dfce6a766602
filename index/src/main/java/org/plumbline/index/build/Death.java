package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private final Set<BytesRef> ids;
    private final Path folder;

    /// @param ids of articles that are dead wherever they are
    /// @param folder for the files that name dead blocks
    Death(Collection<String> ids, Path folder) {
        this.ids = ids.stream().map(BytesRef::new).collect(Collectors.toCollection(TreeSet::new));
        this.folder = folder;
    }

    /// The part without these articles; the same one where it has none of them.
    LivePart in(LivePart live) throws IOException {
        List<Long> found;
        Holding gone = Holding.NOTHING;
        try (DirectoryReader reader = live.open()) {
            LeafReader leaf = reader.leaves().getFirst().reader();
            found = blocks(reader, leaf);
            for (long block : found) {
                gone = gone.plus(holding(leaf, DeadBlocks.article(block)));
            }
        }
        if (found.isEmpty()) {
            return live;
        }
        DeadBlocks dead =
                live.dead().with(found.stream().mapToLong(Long::longValue).toArray());
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
    private List<Long> blocks(DirectoryReader reader, LeafReader leaf) throws IOException {
        Blocks blocks = new Blocks(reader);
        List<Integer> found = new ArrayList<>();
        for (BytesRef id : ids) {
            found.addAll(blocks.findAll(new Term(Fields.ALIAS, id.utf8ToString().toLowerCase(Locale.ROOT))));
        }
        Collections.sort(found);
        BinaryDocValues names = leaf.getBinaryDocValues(Fields.ID);
        NumericDocValues lengths = leaf.getNumericDocValues(Fields.BLOCK);
        List<Long> dead = new ArrayList<>();
        int last = -1;
        for (int article : found) {
            if (article > last && names.advanceExact(article) && ids.contains(names.binaryValue())) {
                lengths.advanceExact(article);
                dead.add(DeadBlocks.block(article, (int) lengths.longValue()));
            }
            last = article;
        }
        return dead;
    }

    /// What a part holds with one article, as the values of its document say.
    ///
    /// @throws IllegalArgumentException where the document is no article
    static Holding holding(LeafReader leaf, int article) throws IOException {
        BinaryDocValues digest = leaf.getBinaryDocValues(Fields.DIGEST);
        if (!digest.advanceExact(article)) {
            throw new IllegalArgumentException("document " + article + " is no article");
        }
        BytesRef bytes = BytesRef.deepCopyOf(digest.binaryValue());
        return new Holding(
                1,
                value(leaf, Fields.TEXT_COUNT, article),
                value(leaf, Fields.PASSAGE_COUNT, article),
                DigestSum.of(bytes.bytes));
    }

    private static long value(LeafReader leaf, String field, int article) throws IOException {
        NumericDocValues values = leaf.getNumericDocValues(field);
        values.advanceExact(article);
        return values.longValue();
    }
}
