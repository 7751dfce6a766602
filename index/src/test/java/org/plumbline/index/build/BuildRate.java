package org.plumbline.index.build;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.plumbline.citations.Term;
import org.plumbline.index.Passage;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;

/// Measures how fast one thread builds an index of multiplied abstracts, beside a bare Lucene IndexWriter that is
/// given the same words already cut: one document a passage with title, heading and words in one field, headings of
/// the catalogue in another, the words stored, and the article's id. A third writer is given the very documents of
/// our own index, cut before, and analyses their words itself. All have the same analysis and settings and work in
/// one thread; those two end with one segment, ours with one for each part of at most 250,000 articles. Batches go
/// to each in turn, and only writing is on the clock: what it takes of the processor, so that other work on the
/// machine does not count. A few thousand articles go before, off the clock, so that none is charged for compiling.
///
/// Arguments: the folder of test data; the home to publish into; how many articles; `alone` to leave the other
/// writers out, for the memory that building takes.
final class BuildRate {

    private static final int BATCH = 1_000;
    private static final int WARM_UP = 5_000;

    private BuildRate() {}

    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[1]);
        boolean alone = args.length > 3 && args[3].equals("alone");
        IndexLoad load = new IndexLoad(Path.of(args[0]));
        if (!alone) {
            build(home.resolve("warm-up"), load, WARM_UP, false);
            Sweeping.delete(home.resolve("warm-up"));
        }
        build(home, load, Integer.parseInt(args[2]), alone).forEach(System.out::println);
    }

    /// @return what was measured, a line for each writer
    private static List<String> build(Path home, IndexLoad load, int articles, boolean alone) throws IOException {
        Path bareFolder = Files.createTempDirectory(Files.createDirectories(home), "bare");
        Path sameFolder = Files.createTempDirectory(home, "same");
        List<String> lines = new ArrayList<>();
        CorpusVersion corpus = new CorpusVersion(2, 1, "", Map.of(), "load of " + articles);
        try (SnapshotBuild build = SnapshotBuild.begin(home, corpus);
                Product product = new Product(build);
                Bare bare = new Bare(bareFolder);
                Bare same = new Bare(sameFolder)) {
            for (int from = 0; from < articles; from += BATCH) {
                List<ArticleWithTexts> batch = IntStream.range(from, Math.min(articles, from + BATCH))
                        .mapToObj(load::article)
                        .toList();
                if (!alone) {
                    bare.add(batch.stream().map(BuildRate::cut).toList());
                    same.add(batch.stream()
                            .map(article -> ArticleBlock.of(article).documents())
                            .toList());
                }
                product.add(batch);
            }
            lines.add(product.finish(alone ? "alone" : "with the others beside it"));
            if (!alone) {
                bare.finish();
                same.finish();
                lines.add(line("bare Lucene", articles, bare.clock, product.clock, Timings.bytes(bareFolder)));
                lines.add(line(
                        "Lucene with our documents", articles, same.clock, product.clock, Timings.bytes(sameFolder)));
            }
        }
        Sweeping.delete(bareFolder);
        Sweeping.delete(sameFolder);
        return lines;
    }

    /// Parts as the product makes them, at most as large as it lets them be, one after the other.
    private static final class Product implements AutoCloseable {

        private final SnapshotBuild build;
        private final Clock clock = new Clock();
        private final List<SnapshotPart> parts = new ArrayList<>();
        private NewPart part;
        private long inPart;
        private long wall;

        Product(SnapshotBuild build) throws IOException {
            this.build = build;
            this.part = new NewPart(build.newParts(), "load-0");
        }

        void add(List<ArticleWithTexts> batch) throws IOException {
            long start = System.nanoTime();
            clock.begin();
            if (inPart >= Tiers.FULL_ARTICLES) {
                parts.add(part.finish());
                part.close();
                part = new NewPart(build.newParts(), "load-" + parts.size());
                inPart = 0;
            }
            for (ArticleWithTexts article : batch) {
                part.add(article);
            }
            inPart += batch.size();
            clock.end();
            wall += System.nanoTime() - start;
        }

        String finish(String beside) throws IOException {
            long start = System.nanoTime();
            clock.begin();
            parts.add(part.finish());
            SnapshotManifest manifest = build.publish(parts);
            clock.end();
            wall += System.nanoTime() - start;
            return String.format(
                    Locale.ROOT,
                    "build: %d articles, %d passages, parts: %d: %.0f articles/s (%.0f/s of processor time), %d bytes an"
                            + " article, %s, %s",
                    manifest.articles(),
                    manifest.passages(),
                    parts.size(),
                    manifest.articles() / (wall / 1e9),
                    manifest.articles() / clock.seconds(),
                    parts.stream().mapToLong(SnapshotPart::bytes).sum() / manifest.articles(),
                    Timings.memory(),
                    beside);
        }

        @Override
        public void close() throws IOException {
            part.close();
        }
    }

    private static String line(String what, int articles, Clock clock, Clock ours, long bytes) {
        return String.format(
                Locale.ROOT,
                "%s: %.0f articles/s of processor time (ours %.0f %%), %d bytes an article",
                what,
                articles / clock.seconds(),
                100 * clock.seconds() / ours.seconds(),
                bytes / articles);
    }

    /// The processor time of this thread.
    private static final class Clock {

        private long nanos;

        void begin() {
            nanos -= ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        void end() {
            nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        double seconds() {
            return nanos / 1e9;
        }
    }

    /// A writer that only writes.
    private static final class Bare implements AutoCloseable {

        private final FSDirectory directory;
        private final IndexWriter writer;
        private final Clock clock = new Clock();

        Bare(Path folder) throws IOException {
            directory = FSDirectory.open(folder);
            writer = new IndexWriter(directory, PartWriter.configuration());
        }

        void add(List<List<Document>> blocks) throws IOException {
            clock.begin();
            for (List<Document> block : blocks) {
                writer.addDocuments(block);
            }
            clock.end();
        }

        void finish() throws IOException {
            clock.begin();
            writer.forceMerge(1);
            writer.commit();
            clock.end();
        }

        @Override
        public void close() throws IOException {
            writer.close();
            directory.close();
        }
    }

    private static List<Document> cut(ArticleWithTexts article) {
        String title = article.article().bibliography().title();
        String subject = String.join(
                " ; ", article.article().mesh().stream().map(Term::name).toList());
        List<Document> documents = new ArrayList<>();
        for (Passage passage : article.passages()) {
            Document document = new Document();
            document.add(new StringField("id", article.article().id(), Field.Store.YES));
            document.add(new TextField("words", title, Field.Store.NO));
            passage.heading().forEach(heading -> document.add(new TextField("words", heading, Field.Store.NO)));
            document.add(new TextField("words", passage.words(), Field.Store.NO));
            document.add(new TextField("subject", subject, Field.Store.NO));
            document.add(new StoredField("stored", passage.words()));
            documents.add(document);
        }
        return documents;
    }
}
