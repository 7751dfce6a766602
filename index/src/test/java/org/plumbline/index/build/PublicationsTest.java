package org.plumbline.index.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorStore;

class PublicationsTest {

    @TempDir
    Path home;

    private Publications publications() {
        return new Publications(
                new SnapshotFolder(home), Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    }

    private String publish(String digest) {
        return Samples.publish(home, Samples.random(6, 5), 1, digest).id();
    }

    @Test
    void goesBackStepByStepAndForwardByName() throws IOException {
        String first = publish("1");
        String second = publish("2");
        String third = publish("3");
        assertThat(publications().rollback()).isEqualTo(second);
        assertThat(publications().rollback()).isEqualTo(first);
        assertThat(new SnapshotFolder(home).findCurrent()).contains(first);
        assertThatThrownBy(() -> publications().rollback())
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("no snapshot that was published before " + first);
        publications().publishAgain(third);
        assertThat(new SnapshotFolder(home).findCurrent()).contains(third);
        assertThat(publications().rollback()).isEqualTo(first);
    }

    @Test
    void goesBackOverSnapshotsThatAreGone() throws IOException {
        String first = publish("1");
        String second = publish("2");
        publish("3");
        Sweeping.delete(new SnapshotFolder(home).of(second));
        assertThat(publications().rollback()).isEqualTo(first);
    }

    @Test
    void isRightWhereAProcessWasKilledBetweenPointerAndHistory() throws IOException {
        String first = publish("1");
        String second = publish("2");
        Path history = new SnapshotFolder(home).root().resolve("HISTORY");
        Files.writeString(history, Files.readAllLines(history).getFirst() + "\n");
        assertThat(new SnapshotFolder(home).findCurrent()).contains(second);
        assertThat(publications().rollback()).isEqualTo(first);
    }

    @Test
    void refusesToPublishWhatIsDamaged() throws IOException {
        SnapshotManifest damaged = Samples.publish(home, Samples.random(6, 5), 1, "1");
        publish("2");
        Sweeping.delete(new SnapshotFolder(home).part(damaged.parts().getFirst().id()));
        assertThatThrownBy(() -> publications().publishAgain(damaged.id()))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void prunesAllButTheLastTheCurrentAndThePinned() throws IOException {
        List<String> ids = List.of(publish("1"), publish("2"), publish("3"), publish("4"), publish("5"));
        SnapshotFolder folder = new SnapshotFolder(home);
        publications().publishAgain(ids.get(3));
        job("running", "{\"format\":1,\"snapshotId\":\"" + ids.get(0) + "\",\"parts\":[]}", false);
        job("done", "{\"format\":1,\"snapshotId\":\"" + ids.get(1) + "\",\"parts\":[]}", true);
        try (Snapshot open = Snapshot.open(home, ids.get(2))) {
            Pruning pruning = Pruning.plan(folder, publications(), 1, Set.of(ids.get(4)));
            assertThat(pruning.snapshots()).containsExactlyInAnyOrder(ids.get(1), ids.get(2));
            assertThat(folder.ids()).containsExactlyInAnyOrderElementsOf(ids);
            pruning.run(folder);
            assertThat(pruning.bytes()).isPositive();
            assertThat(open.search(Query.words("aspirin heart"), Filter.NONE, 5).hits())
                    .as("an open reader reads on")
                    .isNotEmpty();
        }
        assertThat(folder.ids()).containsExactlyInAnyOrder(ids.get(0), ids.get(3), ids.get(4));
        assertThat(folder.partIds()).hasSize(3);
        for (String id : folder.ids()) {
            assertThat(SnapshotCheck.of(folder, id)).isEmpty();
        }
    }

    @Test
    void keepsAPartThatAKeptSnapshotShares() throws IOException {
        String first = publish("1");
        SnapshotFolder folder = new SnapshotFolder(home);
        try (SnapshotBuild build = SnapshotBuild.begin(home, new CorpusVersion(1, 1, "", Map.of(), "2"))) {
            SnapshotManifest base = build.findBase().orElseThrow();
            new SnapshotUpdate(home, base, build, 1000, _ -> {}).publish(new TreeSet<>(Set.of("pmid:1000")), List.of());
        }
        Pruning.plan(folder, publications(), 1, Set.of()).run(folder);
        assertThat(folder.ids()).doesNotContain(first).hasSize(1);
        assertThat(SnapshotCheck.of(folder, folder.ids().getFirst())).isEmpty();
    }

    @Test
    void remembersWhatARollbackWentBackOver() throws IOException {
        String first = publish("1");
        String second = publish("2");
        String third = publish("3");
        assertThat(publications().rollback()).isEqualTo(second);
        assertThat(plan(3)).isEmpty();
        assertThat(plan(2)).containsExactly(first);
        assertThat(plan(1)).containsExactlyInAnyOrder(first, third);
        assertThat(publications().all().stream().map(Publications.Publication::id))
                .containsExactly(first, second, third);
        assertThat(SnapshotCheck.ofPointer(new SnapshotFolder(home))).isEmpty();
    }

    @Test
    void keepsThoseOfTheNewestCorpusWhereTheHistoryIsLost() throws IOException {
        String third = publishOfVersion(3);
        String first = publishOfVersion(1);
        String second = publishOfVersion(2);
        Files.delete(new SnapshotFolder(home).root().resolve("HISTORY"));
        assertThat(plan(7)).isEmpty();
        assertThat(plan(2)).as("the current one and the newest other").containsExactly(first);
        assertThat(plan(1)).containsExactlyInAnyOrder(first, third);
        assertThat(new SnapshotFolder(home).findCurrent()).contains(second);
    }

    private List<String> plan(int keep) throws IOException {
        return Pruning.plan(new SnapshotFolder(home), publications(), keep, Set.of())
                .snapshots();
    }

    private String publishOfVersion(long version) throws IOException {
        CorpusVersion corpus = new CorpusVersion(1, version, "", Map.of(), "corpus " + version);
        try (SnapshotBuild build = SnapshotBuild.begin(home, corpus)) {
            try (NewPart part = new NewPart(build.newParts(), "0")) {
                for (ArticleWithTexts article : Samples.random(version, 3)) {
                    part.add(article);
                }
                return build.publish(List.of(part.finish())).id();
            }
        }
    }

    @Test
    void refusesToKeepASnapshotThatIsNotThere() throws IOException {
        publish("1");
        publish("2");
        assertThatThrownBy(() -> Pruning.plan(new SnapshotFolder(home), publications(), 1, Set.of("s0000000000000000")))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("no snapshot s0000000000000000");
    }

    @Test
    void rollsBackOverOneWhosePartsAreGone() throws IOException {
        String first = publish("1");
        SnapshotManifest second = Samples.publish(home, Samples.random(7, 5), 1, "2");
        publish("3");
        SnapshotFolder folder = new SnapshotFolder(home);
        Sweeping.delete(folder.part(second.parts().getFirst().id()));
        assertThat(publications().rollback()).isEqualTo(first);
    }

    @Test
    void removesNoPartWhileANewerPlumblinesSnapshotIsThere() throws IOException {
        List<String> ids = List.of(publish("1"), publish("2"));
        SnapshotFolder folder = new SnapshotFolder(home);
        rewrite(ids.getFirst(), "\"format\" : 2", "\"format\" : 3");
        List<String> said = new ArrayList<>();
        Sweeping.of(folder, said::add);
        assertThat(said)
                .containsExactly("snapshot " + ids.getFirst()
                        + " was built by a newer Plumbline: which parts it has is not known, so none is removed");
        assertThat(folder.partIds()).hasSize(2);
        publish("3");
        Pruning pruning = Pruning.plan(folder, publications(), 1, Set.of());
        assertThat(pruning.snapshots()).containsExactly(ids.getLast());
        assertThat(pruning.obstacle()).contains("newer Plumbline");
        pruning.run(folder);
        assertThat(folder.ids()).contains(ids.getFirst());
        assertThat(folder.partIds()).hasSize(3);
    }

    @Test
    void prunesADamagedSnapshotAndKeepsAllPartsWhileOneStays() throws IOException {
        List<String> ids = List.of(publish("1"), publish("2"));
        SnapshotFolder folder = new SnapshotFolder(home);
        rewrite(ids.getFirst(), "{", "[");
        Files.writeString(folder.of(ids.getFirst()).resolve(SnapshotFolder.MANIFEST_DIGEST), "\n");
        Pruning kept = Pruning.plan(folder, publications(), 2, Set.of());
        assertThat(kept.snapshots()).isEmpty();
        assertThat(kept.obstacle()).contains("is damaged");
        assertThat(kept.folders()).isEmpty();
        Pruning.plan(folder, publications(), 1, Set.of()).run(folder);
        assertThat(folder.ids()).containsExactly(ids.getLast());
        assertThat(folder.partIds()).hasSize(1);
    }

    private void rewrite(String id, String from, String to) throws IOException {
        Path snapshot = new SnapshotFolder(home).of(id);
        String json = Files.readString(snapshot.resolve(SnapshotFolder.MANIFEST));
        assertThat(json).contains(from);
        String changed = json.replaceFirst(Pattern.quote(from), to);
        Files.writeString(snapshot.resolve(SnapshotFolder.MANIFEST), changed);
        Files.writeString(
                snapshot.resolve(SnapshotFolder.MANIFEST_DIGEST),
                SnapshotCheck.sha256(changed.getBytes(StandardCharsets.UTF_8)) + "\n");
    }

    @Test
    void removesVectorsOfModelsThatAreNoLongerUsed() throws IOException {
        publish("1");
        Path models = VectorStore.models(home);
        for (String model : List.of("old-model", Embedder.MODEL_ID)) {
            Files.writeString(Files.createDirectories(models.resolve(model)).resolve("records"), "sample");
        }
        SnapshotFolder folder = new SnapshotFolder(home);
        Pruning pruning = Pruning.plan(folder, publications(), 1, Set.of());
        assertThat(pruning.bytesOfOldModels(folder)).isEqualTo(6);
        pruning.run(folder);
        assertThat(models.resolve("old-model")).doesNotExist();
        assertThat(models.resolve(Embedder.MODEL_ID)).exists();
    }

    @Test
    void refusesToPruneWhereAPlanCannotBeRead() throws IOException {
        publish("1");
        job("broken", "{", false);
        assertThatThrownBy(() -> Pruning.plan(new SnapshotFolder(home), publications(), 1, Set.of()))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("plan.json");
    }

    @Test
    void keepsWhatAJobBeganWithThatHasNoPlanYet() throws IOException {
        String first = publish("1");
        publish("2");
        Path job = Files.createDirectories(home.resolve("jobs").resolve("planning"));
        Files.writeString(job.resolve(".pin.json"), "{\"snapshotId\":\"" + first + "\"}");
        assertThat(plan(1)).isEmpty();
        Files.writeString(job.resolve("report.json"), "{}");
        assertThat(plan(1)).containsExactly(first);
    }

    private void job(String name, String plan, boolean done) throws IOException {
        Path job = Files.createDirectories(home.resolve("jobs").resolve(name));
        Files.writeString(job.resolve("plan.json"), plan);
        if (done) {
            Files.writeString(job.resolve("report.json"), "{}");
        }
    }
}
