package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.Samples;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;

/// A program that builds, updates, publishes, rolls back and prunes snapshots without end, to be killed, or to be
/// read beside.
final class IndexChurn {

    private static final long FULL_ARTICLES = 60;

    private final Path home;
    private final Random random;

    IndexChurn(Path home, Random random) {
        this.home = home;
        this.random = random;
    }

    public static void main(String[] args) throws IOException {
        IndexChurn churn = new IndexChurn(Path.of(args[0]), new Random(Long.parseLong(args[1])));
        System.out.println("begun");
        while (true) {
            churn.once();
        }
    }

    void once() throws IOException {
        switch (random.nextInt(8)) {
            case 0 -> full();
            case 1 -> rollback();
            case 2 -> publish();
            case 3 -> prune();
            default -> update();
        }
    }

    void full() {
        Samples.publish(home, Samples.random(random.nextLong(), 20), 2, "corpus " + random.nextInt(12));
    }

    private void update() throws IOException {
        try (SnapshotBuild build = begin()) {
            Optional<SnapshotManifest> base = build.findBase();
            if (base.isPresent() && !base.get().id().equals(build.id())) {
                List<ArticleWithTexts> articles = Samples.random(random.nextLong(), 1 + random.nextInt(8));
                NavigableSet<String> ids = new TreeSet<>();
                articles.forEach(article -> ids.add(article.article().id()));
                ids.add("pmid:" + (1000 + random.nextInt(20)));
                List<SnapshotPart> added = List.of(Samples.write(build, "update", articles.stream()));
                new SnapshotUpdate(home, base.get(), build, FULL_ARTICLES, _ -> {}).publish(ids, added);
            }
        }
    }

    private SnapshotBuild begin() throws IOException {
        return SnapshotBuild.begin(home, new CorpusVersion(1, 1, "", Map.of(), "corpus " + random.nextInt(12)));
    }

    private void rollback() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        try (IndexLock _ = IndexLock.take(folder, _ -> {})) {
            publications(folder).rollback();
        } catch (WrongInputException nothingBefore) {
            full();
        }
    }

    private void publish() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        try (IndexLock _ = IndexLock.take(folder, _ -> {})) {
            List<String> ids = folder.ids();
            publications(folder).publishAgain(ids.get(random.nextInt(ids.size())));
        }
    }

    private void prune() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        try (IndexLock _ = IndexLock.take(folder, _ -> {})) {
            Pruning.plan(folder, publications(folder), 1 + random.nextInt(2), Set.of())
                    .run(folder);
        }
    }

    private static Publications publications(SnapshotFolder folder) {
        return new Publications(folder, Clock.systemUTC());
    }
}
