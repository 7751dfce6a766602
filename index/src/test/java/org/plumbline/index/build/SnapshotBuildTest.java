package org.plumbline.index.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.Holding;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;

class SnapshotBuildTest {

    private static final CorpusVersion CORPUS = new CorpusVersion(1, 1, "", Map.of(), "digest");

    @TempDir
    Path home;

    @Test
    void hasTheSameContentDigestWhateverTheParts() {
        List<ArticleWithTexts> articles = Samples.random(3, 60);
        SnapshotManifest one = Samples.publish(home.resolve("one"), articles, 1);
        SnapshotManifest three = Samples.publish(home.resolve("three"), articles, 3);
        SnapshotManifest fewer = Samples.publish(home.resolve("fewer"), articles.subList(1, 60), 1);
        assertThat(three.contentDigest()).isEqualTo(one.contentDigest()).isNotEqualTo(fewer.contentDigest());
        assertThat(three.id()).isEqualTo(one.id()).matches("s[0-9a-f]{16}");
        assertThat(three.passages()).isEqualTo(one.passages()).isGreaterThan(120);
        assertThat(three.articles()).isEqualTo(60);
        assertThat(three.texts()).isEqualTo(60);
    }

    @Test
    void verifiesWhatItPublished() throws IOException {
        SnapshotManifest manifest = Samples.publish(home, Samples.random(4, 30), 2);
        SnapshotFolder folder = new SnapshotFolder(home);
        assertThat(SnapshotCheck.ofPointer(folder)).isEmpty();
        assertThat(SnapshotCheck.of(folder, manifest.id())).isEmpty();
    }

    @Test
    void findsOneByteFlippedInAnyFile() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SnapshotManifest base = Samples.publish(home, Samples.random(5, 10), 1);
        SnapshotFolder folder = new SnapshotFolder(home);
        try (SnapshotBuild build = SnapshotBuild.begin(home, new CorpusVersion(1, 1, "", Map.of(), "next"))) {
            new SnapshotUpdate(home, base, build, _ -> {}).publish(new TreeSet<>(Set.of("pmid:1003")), List.of());
        }
        List<Path> files = files(folder.root());
        assertThat(files)
                .hasSizeGreaterThan(8)
                .anyMatch(file -> String.valueOf(file.getFileName()).startsWith("dead-"));
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] flipped = bytes.clone();
            int at = random.nextInt(bytes.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertThat(findings(folder))
                    .as("seed %d: byte %d of %s", seed, at, file)
                    .isNotEmpty();
            Files.write(file, bytes);
        }
        assertThat(findings(folder)).isEmpty();
    }

    private static List<String> findings(SnapshotFolder folder) throws IOException {
        List<String> findings = new ArrayList<>(SnapshotCheck.ofPointer(folder));
        for (String id : folder.ids()) {
            findings.addAll(SnapshotCheck.of(folder, id));
        }
        return findings;
    }

    @Test
    void findsAFileThatIsMissingAndOneThatDoesNotBelong() throws IOException {
        SnapshotManifest manifest = Samples.publish(home, Samples.random(5, 10), 1);
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotPart part = manifest.parts().getFirst();
        Path files = folder.part(part.id());
        String first = part.files().firstEntry().getKey();
        Files.move(files.resolve(first), files.resolve("stranger"));
        Files.writeString(folder.of(manifest.id()).resolve("another"), "");
        assertThat(SnapshotCheck.of(folder, manifest.id()))
                .containsExactlyInAnyOrder(
                        "part " + part.id() + ": " + first + " is missing",
                        "part " + part.id() + ": stranger does not belong here",
                        "another does not belong here");
    }

    @Test
    void findsASnapshotThatIsThereAndMovesThePointerToIt() throws IOException {
        SnapshotManifest manifest = Samples.publish(home, Samples.random(6, 5), 1);
        SnapshotFolder folder = new SnapshotFolder(home);
        Files.writeString(folder.pointer(), "s0000000000000000\n");
        try (SnapshotBuild build = SnapshotBuild.begin(home, CORPUS)) {
            assertThat(build.findDone()).contains(manifest);
        }
        assertThat(folder.findCurrent()).contains(manifest.id());
    }

    @Test
    void buildsADamagedSnapshotAnew() throws IOException {
        List<ArticleWithTexts> articles = Samples.random(6, 5);
        SnapshotManifest manifest = Samples.publish(home, articles, 1);
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotPart part = manifest.parts().getFirst();
        Files.writeString(
                folder.part(part.id()).resolve(part.files().firstEntry().getKey()), "damaged");
        try (SnapshotBuild build = SnapshotBuild.begin(home, CORPUS)) {
            assertThat(build.findDone()).isEmpty();
        }
        Samples.publish(home, articles, 1);
        assertThat(SnapshotCheck.of(folder, manifest.id())).isEmpty();
        IndexLock.take(folder, _ -> {}).close();
        assertThat(names(folder.root())).containsExactly(".lock", "CURRENT", "HISTORY", "parts", manifest.id());
        assertThat(names(folder.parts())).doesNotContain(part.id()).hasSize(1);
    }

    @Test
    void verifiesEverySnapshotThatSharesAPart() throws IOException {
        SnapshotManifest base = Samples.publish(home, Samples.random(5, 10), 1);
        SnapshotFolder folder = new SnapshotFolder(home);
        for (int i = 0; i < 3; i++) {
            CorpusVersion next = new CorpusVersion(1, 1, "", Map.of(), "next " + i);
            try (SnapshotBuild build = SnapshotBuild.begin(home, next)) {
                base = new SnapshotUpdate(home, base, build, _ -> {})
                        .publish(new TreeSet<>(Set.of("pmid:100" + i)), List.of());
            }
        }
        SnapshotCheck check = new SnapshotCheck(folder);
        assertThat(folder.partIds()).hasSize(1);
        assertThat(folder.ids()).hasSize(4);
        for (String id : folder.ids()) {
            assertThat(check.of(id)).isEmpty();
        }
    }

    @Test
    void saysNothingOfASnapshotThatWasRemovedWhileItWasRead() throws IOException {
        String id = Samples.publish(home, Samples.random(5, 10), 1).id();
        SnapshotFolder folder = new SnapshotFolder(home);
        assertThat(Undisturbed.findings(folder, id, () -> List.of("a finding"))).contains(List.of("a finding"));
        assertThatThrownBy(() -> Undisturbed.findings(folder, id, () -> {
                    throw new IOException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(Undisturbed.findings(folder, id, () -> {
                    Sweeping.remove(folder, folder.of(id));
                    throw new IOException("gone");
                }))
                .isEmpty();
        List<String> said = new ArrayList<>();
        assertThat(new SnapshotCheck(folder).find(id, said::add)).isEmpty();
        assertThat(said).containsExactly("snapshot " + id + " was removed or replaced meanwhile: not read");
    }

    @Test
    void saysWhichPartHoldsOtherThanTheManifestSays() throws IOException {
        SnapshotManifest base = Samples.publish(home, Samples.random(5, 10), 1);
        SnapshotPart part = base.parts().getFirst();
        Holding less =
                new Holding(9, 9, part.holding().passages(), part.holding().digest());
        SnapshotManifest wrong = new SnapshotManifest(
                base.format(),
                base.id(),
                base.corpusVersion(),
                base.corpusDigest(),
                base.generation(),
                base.tables(),
                base.articles(),
                base.texts(),
                base.passages(),
                base.contentDigest(),
                base.settings(),
                List.of(new SnapshotPart(part.id(), less, part.files())));
        assertThat(new ContentCheck(new SnapshotFolder(home)).of(wrong))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("part " + part.id() + ": the manifest says");
    }

    @Test
    void doesNotTakeASnapshotForDoneWhoseDeadFileIsEmpty() throws IOException {
        SnapshotManifest base = Samples.publish(home, Samples.random(5, 10), 1);
        SnapshotFolder folder = new SnapshotFolder(home);
        CorpusVersion next = new CorpusVersion(1, 1, "", Map.of(), "next");
        SnapshotManifest manifest;
        try (SnapshotBuild build = SnapshotBuild.begin(home, next)) {
            manifest = new SnapshotUpdate(home, base, build, _ -> {})
                    .publish(new TreeSet<>(Set.of("pmid:1003")), List.of());
            assertThat(build.findDone()).contains(manifest);
        }
        Path dead = folder.of(manifest.id()).resolve(manifest.parts().getFirst().deadFile());
        Files.write(dead, new byte[0]);
        try (SnapshotBuild build = SnapshotBuild.begin(home, next)) {
            assertThat(build.findDone()).isEmpty();
            assertThat(build.findBase()).isEmpty();
        }
    }

    @Test
    void refusesASnapshotOfAnOlderLayoutAndBuildsOverIt() throws IOException {
        List<ArticleWithTexts> articles = Samples.random(6, 5);
        SnapshotFolder folder = new SnapshotFolder(home);
        Path old = Files.createDirectories(folder.of("s00000000000000aa"));
        String json = "{\"format\":1,\"id\":\"s00000000000000aa\",\"shards\":1,\"files\":{}}";
        Files.writeString(old.resolve(SnapshotFolder.MANIFEST), json);
        Files.writeString(
                old.resolve(SnapshotFolder.MANIFEST_DIGEST), SnapshotCheck.sha256(json.getBytes(UTF_8)) + "\n");
        Files.writeString(folder.pointer(), "s00000000000000aa\n");
        assertThatThrownBy(() -> Snapshot.openCurrent(home))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("older Plumbline: run `plumbline index build`");
        SnapshotManifest manifest = Samples.publish(home, articles, 1);
        assertThat(folder.findCurrent()).contains(manifest.id());
        Snapshot.openCurrent(home).close();
    }

    @Test
    void sweepsAwayWhatAKilledBuildLeft() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        Files.createDirectories(folder.root().resolve(".building/parts/attempt-1"));
        Files.writeString(folder.root().resolve(".building/parts/attempt-1/_0.cfs"), "rubbish");
        Files.createDirectories(folder.part("p0123456789abcdef"));
        SnapshotManifest manifest = Samples.publish(home, Samples.random(6, 5), 1);
        assertThat(names(folder.root())).containsExactly(".lock", "CURRENT", "HISTORY", "parts", manifest.id());
        assertThat(names(folder.parts()))
                .containsExactly(manifest.parts().getFirst().id());
    }

    @Test
    void refusesASecondBuildAtTheSameTime() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process other = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Holder.class.getName(), home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            assertThatThrownBy(() -> SnapshotBuild.begin(home, CORPUS))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("another index build");
        } finally {
            other.destroyForcibly().waitFor();
        }
        SnapshotBuild.begin(home, CORPUS).close();
    }

    /// Holds the lock until it is killed.
    static final class Holder {

        public static void main(String[] args) throws IOException {
            try (SnapshotBuild build = SnapshotBuild.begin(Path.of(args[0]), CORPUS)) {
                System.out.println("held");
                System.in.read();
                assertThat(build).isNotNull();
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".lock"))
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
