package org.plumbline.index.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.MultiReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.Blocks;
import org.plumbline.index.OpenParts;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.SyntheticVectors;
import org.plumbline.index.VectorCoverage;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.build.CorpusVersion;
import org.plumbline.index.build.Settings;
import org.plumbline.index.build.Sha256;
import org.plumbline.index.build.SnapshotBuild;
import org.plumbline.index.build.SnapshotCheck;
import org.plumbline.index.build.VectorPartFiles;
import org.plumbline.index.embed.EmbedJob.Embedded;
import org.plumbline.index.lock.Patience;
import org.plumbline.index.lock.ProcessLock;
import org.plumbline.index.vector.VectorPart;
import org.plumbline.index.vector.VectorStore;
import org.plumbline.index.vector.VectorWriter;

class EmbedJobTest {

    @TempDir
    Path home;

    @Test
    void publishesASnapshotWithTheVectorsOfAllArticles() throws IOException {
        List<ArticleWithTexts> articles = Samples.random(11, 24);
        SnapshotManifest bare = Samples.publish(home, articles, 2);
        Embedded embedded = job(home).run(Long.MAX_VALUE);
        assertThat(embedded).isEqualTo(new Embedded(embedded.snapshot(), 24, 24, 24));
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(embedded.snapshot());
        assertThat(folder.findCurrent()).contains(manifest.id());
        assertThat(manifest.id()).isNotEqualTo(bare.id());
        assertThat(manifest.contentDigest()).isEqualTo(bare.contentDigest());
        assertThat(manifest.coverage().articles()).isEqualTo(24);
        assertThat(VectorCoverage.without(manifest.settings())).isEqualTo(bare.settings());
        assertThat(SnapshotCheck.of(folder, manifest.id())).isEmpty();
        assertThat(SnapshotCheck.of(folder, bare.id())).isEmpty();

        assertThat(job(home).run(Long.MAX_VALUE)).isEqualTo(new Embedded(manifest.id(), 0, 24, 24));
    }

    @Test
    void embedsTheNewestFirstAndGoesOn() throws IOException {
        List<ArticleWithTexts> articles = Samples.random(12, 20);
        Samples.publish(home, articles, 2);
        assertThat(job(home).run(7).covered()).isEqualTo(7);
        List<Integer> years = yearsWithVector();
        assertThat(years)
                .isEqualTo(articles.stream()
                        .map(EmbedJobTest::year)
                        .sorted(Comparator.reverseOrder())
                        .limit(7)
                        .toList());
        assertThat(job(home).run(5)).satisfies(done -> {
            assertThat(done.embedded()).isEqualTo(5);
            assertThat(done.covered()).isEqualTo(12);
        });
        Embedded all = job(home).run(Long.MAX_VALUE);

        Path other = home.resolve("other");
        Samples.publish(other, articles, 1);
        assertThat(job(other).run(Long.MAX_VALUE).snapshot())
                .as("the id follows from what is covered, not from how")
                .isEqualTo(all.snapshot());
    }

    @Test
    void keepsVectorsThroughABuildThatChangesNothing() throws IOException {
        Samples.publish(home, Samples.random(13, 5), 1);
        String embedded = job(home).run(3).snapshot();
        try (SnapshotBuild build = SnapshotBuild.begin(home, new CorpusVersion(1, 1, "", Map.of(), "digest"))) {
            assertThat(build.findDone())
                    .hasValueSatisfying(done -> assertThat(done.id()).isEqualTo(embedded));
            assertThat(build.findBase()).isPresent();
        }
        assertThat(new SnapshotFolder(home).findCurrent()).contains(embedded);
    }

    @Test
    void mendsVectorsThatWereLostFromTheStore() throws IOException {
        Samples.publish(home, Samples.random(14, 5), 1);
        Embedded before = job(home).run(Long.MAX_VALUE);
        SnapshotFolder folder = new SnapshotFolder(home);
        String part = folder.vectorPartIds().getFirst();
        Files.delete(folder.vectorPart(part).resolve("articles"));
        assertThat(SnapshotCheck.of(folder, before.snapshot()))
                .containsExactly("vector part " + part + ": articles is missing");
        assertThat(job(home).run(Long.MAX_VALUE)).isEqualTo(new Embedded(before.snapshot(), 0, 5, 5));
        assertThat(SnapshotCheck.of(folder, before.snapshot())).isEmpty();
    }

    /// A killed search, a full disk or a broken one: a build goes on without, and `embed` makes it whole again.
    @Test
    void leavesADamagedVectorPartOutOfABuildAndMakesItAnew() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<ArticleWithTexts> articles = Samples.random(18, 6);
        Samples.publish(home, articles, 1);
        SyntheticVectors.store(home, _ -> true);
        SnapshotFolder folder = new SnapshotFolder(home);
        for (int round = 0; round < 12; round++) {
            Embedded whole = job(home).run(0);
            assertThat(whole.covered()).isEqualTo(6);
            SnapshotManifest manifest = folder.manifest(whole.snapshot());
            Path file =
                    any(random, folder.vectorPart(manifest.parts().getFirst().vectors()));
            String as = "seed %d, round %d, %s".formatted(seed, round, file);
            byte[] bytes = Files.readAllBytes(file);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            List<String> told = new ArrayList<>();
            try (SnapshotBuild build = begin(manifest, told::add)) {
                build.publish(manifest.parts(), Map.of());
            }
            if (file.endsWith("vectors.json")) {
                assertThat(told).as(as).hasSize(1).allMatch(words -> words.contains("until `plumbline index embed`"));
                assertThat(folder.findCurrent()).as(as).isNotEqualTo(Optional.of(whole.snapshot()));
            }
            assertThat(job(home).run(0)).as(as).isEqualTo(new Embedded(whole.snapshot(), 0, 6, 6));
            assertThat(SnapshotCheck.of(folder, whole.snapshot())).as(as).isEmpty();
        }
    }

    @Test
    void publishesASnapshotWithoutVectorsThatNobodyHasAnyMore() throws IOException {
        SnapshotManifest bare = Samples.publish(home, Samples.random(27, 3), 1);
        SyntheticVectors.store(home, _ -> true);
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(job(home).run(0).snapshot());
        SnapshotBuild.delete(folder.vectorPart(manifest.parts().getFirst().vectors()));
        SnapshotBuild.delete(VectorStore.folder(home));
        assertThat(job(home).run(0)).isEqualTo(new Embedded(bare.id(), 0, 0, 3));
        Snapshot.openCurrent(home).close();
    }

    @Test
    void refusesTheVectorsOfAnotherPart() throws IOException {
        SnapshotManifest bare = Samples.publish(home, Samples.random(19, 12), 2);
        SyntheticVectors.store(home, _ -> true);
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(job(home).run(0).snapshot());
        SnapshotPart first = manifest.parts().getFirst();
        SnapshotPart last = manifest.parts().getLast();
        assertThat(VectorPartFiles.findings(folder, first.withVectors(last.vectors())))
                .containsExactly("vector part " + last.vectors() + ": it is of part " + last.id() + ", not of part "
                        + first.id());
        List<String> told = new ArrayList<>();
        try (SnapshotBuild build = begin(manifest, told::add)) {
            List<SnapshotPart> swapped = List.of(first.withVectors(last.vectors()), last.withVectors(first.vectors()));
            assertThat(build.publish(swapped, Map.of()).id()).isEqualTo(bare.id());
        }
        assertThat(told).hasSize(2);
    }

    @Test
    void readsNoVectorFromTheStoreThatAVectorPartHas() throws IOException {
        Samples.publish(home, Samples.random(20, 8), 2);
        SyntheticVectors.store(home, _ -> true);
        Embedded before = job(home).run(0);
        assertThat(before.covered()).isEqualTo(8);
        SnapshotBuild.delete(VectorStore.folder(home));
        assertThat(job(home).run(Long.MAX_VALUE)).isEqualTo(before);
    }

    /// The key is there, the vector is not: nothing that is stored is missing in the end.
    @Test
    void computesAnewWhatIsDamagedInTheStore() throws IOException {
        Samples.publish(home, Samples.random(24, 4), 1);
        SyntheticVectors.store(home, _ -> true);
        Path stored = VectorStore.folder(home).resolve("vectors-000000");
        byte[] bytes = Files.readAllBytes(stored);
        bytes[bytes.length / 2 + 100] ^= 1;
        Files.write(stored, bytes);
        assertThat(job(home).run(0).covered()).isEqualTo(4);
        assertThat(vectors(home)).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void waitsForABuildAndPublishesWhatIsThereThen() throws IOException {
        List<ArticleWithTexts> articles = Samples.random(21, 8);
        Samples.publish(home, articles, 1);
        SyntheticVectors.store(home, _ -> true);
        ProcessLock building = ProcessLock.find(new SnapshotFolder(home).root()).orElseThrow();
        Embedded done = jobThatIsToldToWait(() -> {
                    building.close();
                    Samples.publish(home, articles.subList(0, 5), 1, "meanwhile");
                })
                .run(0);
        SnapshotFolder folder = new SnapshotFolder(home);
        assertThat(done.articles()).as("what was published meanwhile").isEqualTo(5);
        assertThat(done.covered()).as("another part, which got no vectors").isZero();
        assertThat(folder.findCurrent()).contains(done.snapshot());
        assertThat(folder.root().resolve(".embedding")).doesNotExist();
        assertThat(job(home).run(0).covered()).isEqualTo(5);
    }

    @Test
    void leavesWhatAnotherVersionPublishedMeanwhileAsItIs() throws IOException {
        SnapshotManifest ours = Samples.publish(home, Samples.random(22, 4), 1);
        SyntheticVectors.store(home, _ -> true);
        SnapshotFolder folder = new SnapshotFolder(home);
        ProcessLock building = ProcessLock.find(folder.root()).orElseThrow();
        EmbedJob job = jobThatIsToldToWait(() -> {
            publishAsAnotherVersion(folder, ours);
            building.close();
        });
        assertThatThrownBy(() -> job.run(0))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("was built by another version");
        assertThat(folder.findCurrent()).isNotEqualTo(Optional.of(ours.id()));
        assertThat(folder.root().resolve(".embedding")).doesNotExist();
    }

    @Test
    void givesUpInTheEndAndLeavesNothing() throws IOException {
        Samples.publish(home, Samples.random(23, 4), 1);
        SyntheticVectors.store(home, _ -> true);
        SnapshotFolder folder = new SnapshotFolder(home);
        try (ProcessLock _ = ProcessLock.find(folder.root()).orElseThrow()) {
            assertThatThrownBy(() -> impatient().run(0))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("another index build");
        }
        assertThat(folder.root().resolve(".embedding")).doesNotExist();
        Files.createDirectories(folder.root().resolve(".embedding").resolve("writing"));
        SnapshotManifest manifest = folder.manifest(folder.findCurrent().orElseThrow());
        try (VectorWriter running = VectorWriter.open(VectorStore.folder(home))) {
            begin(manifest, _ -> {}).close();
            assertThat(folder.root().resolve(".embedding"))
                    .as("of one that runs")
                    .exists();
            assertThat(running.size()).isEqualTo(4);
        }
        begin(manifest, _ -> {}).close();
        assertThat(folder.root().resolve(".embedding")).doesNotExist();
    }

    private interface Meanwhile {

        void happens() throws IOException;
    }

    /// A job in whose time something happens: at the moment in which it says that it waits.
    private EmbedJob jobThatIsToldToWait(Meanwhile meanwhile) {
        PrintStream log = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
            @Override
            public void print(String words) {
                if (words.contains("waiting for another build")) {
                    try {
                        meanwhile.happens();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        };
        return new EmbedJob(home, Progress.toLog(log, Duration.ofHours(1)));
    }

    private EmbedJob impatient() {
        return new EmbedJob(home, Progress.silent(), Duration.ZERO, Duration.ZERO);
    }

    private SnapshotBuild begin(SnapshotManifest of, Consumer<String> told) throws IOException {
        return SnapshotBuild.begin(
                home,
                new CorpusVersion(of.format(), of.corpusVersion(), of.generation(), of.tables(), of.corpusDigest()),
                new Patience(Duration.ZERO, told));
    }

    /// The same parts under other settings.
    private static void publishAsAnotherVersion(SnapshotFolder folder, SnapshotManifest ours) throws IOException {
        Map<String, String> settings = new TreeMap<>(ours.settings());
        settings.put("builder", "another");
        String id = Settings.snapshotId(ours.corpusDigest(), settings);
        String json = Json.line(new SnapshotManifest(
                ours.format(),
                id,
                ours.corpusVersion(),
                ours.corpusDigest(),
                ours.generation(),
                ours.tables(),
                ours.articles(),
                ours.texts(),
                ours.passages(),
                ours.contentDigest(),
                settings,
                ours.parts()));
        Path snapshot = Files.createDirectories(folder.of(id));
        Path manifest = Files.writeString(snapshot.resolve(SnapshotFolder.MANIFEST), json);
        Files.writeString(snapshot.resolve(SnapshotFolder.MANIFEST_DIGEST), Sha256.ofFile(manifest) + "\n");
        Files.writeString(folder.pointer(), id + "\n");
    }

    private static Path any(Random random, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all =
                    files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
            return all.get(random.nextInt(all.size()));
        }
    }

    @Test
    void findsAFlippedByteInAnyFileOfAVectorPart() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Samples.publish(home, Samples.random(15, 5), 1);
        String snapshot = job(home).run(Long.MAX_VALUE).snapshot();
        SnapshotFolder folder = new SnapshotFolder(home);
        try (Stream<Path> files =
                Files.list(folder.vectorPart(folder.vectorPartIds().getFirst()))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                byte[] flipped = bytes.clone();
                int at = random.nextInt(bytes.length);
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, flipped);
                assertThat(SnapshotCheck.of(folder, snapshot))
                        .as("seed %d: byte %d of %s", seed, at, file)
                        .hasSize(1);
                Files.write(file, bytes);
            }
        }
    }

    @Test
    void refusesWhatItCannotEmbed() throws IOException {
        assertThatThrownBy(() -> job(home).run(1))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("no index in");
        Samples.publish(home, Samples.random(16, 2), 1);
        try (VectorWriter other = VectorWriter.open(VectorStore.folder(home))) {
            assertThatThrownBy(() -> impatient().run(1))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("another process adds vectors");
            assertThat(other.size()).isZero();
        }
    }

    /// Killed at some moment, several times, it ends with what an undisturbed job ends with.
    @Test
    void goesOnAfterItWasKilledAnywhere() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<ArticleWithTexts> articles = Samples.random(17, 40);
        Samples.publish(home.resolve("killed"), articles, 2);
        Samples.publish(home.resolve("undisturbed"), articles, 2);
        int killedWithinTheRun = 0;
        for (int round = 0; round < 3; round++) {
            Process job = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Job.class.getName(),
                            home.resolve("killed").toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(job.inputReader().readLine()).isEqualTo("embedding");
            job.waitFor(round == 0 ? 1 : random.nextInt(2_000), TimeUnit.MILLISECONDS);
            killedWithinTheRun += job.inputReader().ready() ? 0 : 1;
            job.destroyForcibly().waitFor();
        }
        assertThat(killedWithinTheRun).as("seed %d", seed).isPositive();
        Embedded killed = job(home.resolve("killed")).run(Long.MAX_VALUE);
        Embedded undisturbed = job(home.resolve("undisturbed")).run(Long.MAX_VALUE);
        assertThat(killed.snapshot()).as("seed %d", seed).isEqualTo(undisturbed.snapshot());
        assertThat(killed.covered()).isEqualTo(40);
        assertThat(vectors(home.resolve("killed"))).isEqualTo(vectors(home.resolve("undisturbed")));
        SnapshotFolder folder = new SnapshotFolder(home.resolve("killed"));
        assertThat(SnapshotCheck.of(folder, killed.snapshot())).isEmpty();
        try (Stream<Path> files = Files.list(folder.root())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("vectors", "vector-parts")
                    .doesNotContain(".building");
        }
    }

    /// The job in a process of its own.
    static final class Job {

        public static void main(String[] args) throws IOException {
            System.out.println("embedding");
            job(Path.of(args[0])).run(Long.MAX_VALUE);
            System.out.println("done");
            System.in.read();
        }
    }

    private static EmbedJob job(Path home) {
        return new EmbedJob(home, Progress.silent());
    }

    private List<List<Float>> vectors(Path of) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(of);
        List<List<Float>> vectors = new ArrayList<>();
        for (SnapshotPart part :
                folder.manifest(folder.findCurrent().orElseThrow()).parts()) {
            try (VectorPart opened = VectorPart.open(folder.vectorPart(part.vectors()))) {
                for (int vector = 0; vector < opened.size(); vector++) {
                    List<Float> floats = new ArrayList<>();
                    for (float each : opened.find(opened.article(vector)).orElseThrow()) {
                        floats.add(each);
                    }
                    vectors.add(floats);
                }
            }
        }
        vectors.sort(Comparator.comparing(Object::toString));
        return vectors;
    }

    private List<Integer> yearsWithVector() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest manifest = folder.manifest(folder.findCurrent().orElseThrow());
        List<Integer> years = new ArrayList<>();
        try (MultiReader reader = OpenParts.of(folder, manifest)) {
            for (int i = 0; i < manifest.parts().size(); i++) {
                String id = manifest.parts().get(i).vectors();
                if (!id.isEmpty()) {
                    try (VectorPart part = VectorPart.open(folder.vectorPart(id))) {
                        for (int vector = 0; vector < part.size(); vector++) {
                            int document = reader.leaves().get(i).docBase + part.article(vector);
                            var date = new Blocks(reader)
                                    .article(document)
                                    .article()
                                    .bibliography()
                                    .date();
                            years.add(date == null ? 0 : date.year());
                        }
                    }
                }
            }
        }
        return years.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static int year(ArticleWithTexts article) {
        var date = article.article().bibliography().date();
        return date == null ? 0 : date.year();
    }
}
