package org.plumbline.index.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.Filter;
import org.plumbline.index.Mode;
import org.plumbline.index.Query;
import org.plumbline.index.Snapshot;
import org.plumbline.index.build.CorpusVersion;
import org.plumbline.index.build.NewPart;
import org.plumbline.index.build.SnapshotBuild;
import org.plumbline.index.embed.EmbedJob;
import org.plumbline.index.vector.VectorStore;

/// The documents of a judged collection as an index of ours: each is an article with a title and an abstract.
public final class JudgedIndex implements AutoCloseable {

    private static final CorpusVersion CORPUS = new CorpusVersion(1, 1, "", Map.of(), "evaluation");

    private final Path home;
    private final List<Snapshot> opened = new ArrayList<>();

    private JudgedIndex(Path home) {
        this.home = home;
    }

    /// Builds an index without vectors.
    ///
    /// @param home an empty folder
    public static JudgedIndex ofWords(List<JudgedDocument> documents, Path home) throws IOException {
        build(documents, home);
        return new JudgedIndex(home);
    }

    /// Builds an index in which each article has its vector.
    ///
    /// @param home an empty folder
    /// @param vectors where vectors are kept from one evaluation to the next
    public static JudgedIndex ofVectors(List<JudgedDocument> documents, Path home, Path vectors) throws IOException {
        build(documents, home);
        Path store = VectorStore.folder(home);
        Path kept = vectors.resolve(store.getFileName()).toAbsolutePath();
        Files.createDirectories(kept);
        Files.createDirectories(store.getParent());
        Files.createSymbolicLink(store, kept);
        new EmbedJob(home, Progress.toTerminal()).run(Long.MAX_VALUE);
        return new JudgedIndex(home);
    }

    private static void build(List<JudgedDocument> documents, Path home) throws IOException {
        List<JudgedDocument> sorted = documents.stream()
                .sorted(Comparator.comparing(document -> new BytesRef(document.id())))
                .toList();
        try (SnapshotBuild build = SnapshotBuild.begin(home, CORPUS)) {
            try (NewPart part = new NewPart(build.newParts(), "evaluation")) {
                for (JudgedDocument document : sorted) {
                    part.add(document.article());
                }
                build.publish(List.of(part.finish()));
            }
        }
    }

    /// Its snapshot, opened anew, closed with it.
    public Snapshot open() {
        Snapshot snapshot = Snapshot.openCurrent(home);
        opened.add(snapshot);
        return snapshot;
    }

    /// Ranks as `index search` does, in a snapshot of its own, which keeps what it learns of articles and questions
    /// to itself.
    Ranker ranker(Mode mode) {
        Snapshot snapshot = open();
        return (words, documents) -> snapshot.rank(Query.words(words), Filter.NONE, mode, documents);
    }

    @Override
    public void close() {
        opened.forEach(Snapshot::close);
    }
}
