package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.plumbline.index.Holding;
import org.plumbline.index.SnapshotPart;

/// Joins parts into one, without their dead blocks and without reading a word again: Lucene copies what is there.
final class PartJoin {

    private PartJoin() {}

    /// @param parts the folder of new parts
    /// @param name a name that no other new part has
    static LivePart of(List<LivePart> joined, Path parts, String name) throws IOException {
        Path attempt = parts.resolve("attempt-" + name);
        List<DirectoryReader> readers = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(attempt, NoLockFactory.INSTANCE);
                IndexWriter writer = new IndexWriter(directory, PartWriter.configuration())) {
            for (LivePart part : joined) {
                readers.add(part.open());
            }
            writer.addIndexes(readers.stream()
                    .map(reader -> (CodecReader) reader.leaves().getFirst().reader())
                    .toArray(CodecReader[]::new));
            writer.forceMerge(1);
            writer.commit();
        } finally {
            for (DirectoryReader reader : readers) {
                reader.close();
            }
        }
        Holding all = joined.stream().map(part -> part.part().live()).reduce(Holding.NOTHING, Holding::plus);
        SnapshotPart part = PartFiles.read(attempt, all);
        PartFiles.place(attempt, parts, part);
        return new LivePart(part, parts.resolve(part.id()), Optional.empty());
    }
}
