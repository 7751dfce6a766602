package org.plumbline.index.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.citations.Json;
import org.plumbline.index.Holding;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.VectorCoverage;
import org.plumbline.index.lock.Patience;

/// One build of a snapshot, from the lock to the pointer.
///
/// New parts are written into a hidden folder beside the snapshots; when all are there, they get their places, the
/// manifest is written, the snapshot's folder gets its name, and last the pointer moves. Killed anywhere before, the
/// build leaves the snapshots as they were and rubbish that the next one sweeps away. One build at a time: a second
/// one is refused.
public final class SnapshotBuild implements AutoCloseable {

    private final SnapshotFolder folder;
    private final CorpusVersion corpus;
    private final Map<String, String> settings;
    private final String id;
    private final IndexLock lock;
    private final Clock clock;
    private final Consumer<String> told;

    private SnapshotBuild(
            SnapshotFolder folder,
            CorpusVersion corpus,
            Map<String, String> settings,
            IndexLock lock,
            Consumer<String> told) {
        this.folder = folder;
        this.corpus = corpus;
        this.settings = settings;
        this.id = Settings.snapshotId(corpus.digest(), settings);
        this.lock = lock;
        this.clock = Clock.systemUTC();
        this.told = told;
    }

    /// Takes the lock and sweeps away what killed builds left.
    ///
    /// @throws WrongInputException where another build runs on this home, or it cannot be written
    public static SnapshotBuild begin(Path home, CorpusVersion corpus) throws IOException {
        return begin(home, corpus, Patience.NONE);
    }

    /// The same, waiting while another has the lock. Whom the patience names is told what else is worth knowing.
    public static SnapshotBuild begin(Path home, CorpusVersion corpus, Patience patience) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        IndexLock lock = IndexLock.take(folder, patience);
        SnapshotBuild build = new SnapshotBuild(folder, corpus, Settings.all(), lock, patience.told());
        Files.createDirectories(build.newParts());
        return build;
    }

    /// The id that the snapshot will have if no article of it has a vector.
    public String id() {
        return id;
    }

    /// The snapshot of this corpus and these settings, where it is there already and whole as far as can be told
    /// without reading it (`index verify` reads it): the current one, whatever vectors it has, or the one without.
    /// The pointer is moved to it.
    public Optional<SnapshotManifest> findDone() throws IOException {
        Optional<String> current = folder.findCurrent()
                .filter(found -> SnapshotCheck.hasArticles(folder, found) && isOfThis(folder.manifest(found)));
        String done = current.orElse(id);
        if (!SnapshotCheck.isWhole(folder, done)) {
            return Optional.empty();
        }
        publications().publish(done);
        return Optional.of(folder.manifest(done));
    }

    private boolean isOfThis(SnapshotManifest manifest) {
        return manifest.corpusDigest().equals(corpus.digest())
                && VectorCoverage.without(manifest.settings()).equals(settings);
    }

    /// The snapshot that is current, where an update can start from it: of these settings and this generation of the
    /// corpus, not newer than what is to be built, and whole but for vectors, which are computed again where they
    /// are lost.
    public Optional<SnapshotManifest> findBase() throws IOException {
        Optional<String> current = folder.findCurrent();
        if (current.isEmpty() || !SnapshotCheck.hasArticles(folder, current.get())) {
            return Optional.empty();
        }
        SnapshotManifest manifest = folder.manifest(current.get());
        boolean continues = VectorCoverage.without(manifest.settings()).equals(settings)
                && manifest.generation().equals(corpus.generation())
                && manifest.tables().keySet().equals(corpus.tables().keySet())
                && manifest.tables().entrySet().stream()
                        .allMatch(table -> table.getValue() <= corpus.of(table.getKey()));
        return continues ? Optional.of(manifest) : Optional.empty();
    }

    /// The folder for new parts, each to be placed there by [NewPart].
    public Path newParts() {
        return workFolder().resolve("parts");
    }

    /// A folder for what the build needs besides; it goes when the build ends.
    public Path scratch() {
        return workFolder().resolve("scratch");
    }

    /// Publishes parts: new ones that were placed in [#newParts], and those of other snapshots. A part without a
    /// live article is left out.
    ///
    /// @param dead by part id, the files with the dead blocks of parts that name one
    public SnapshotManifest publish(List<SnapshotPart> all, Map<String, Path> dead) throws IOException {
        List<SnapshotPart> alive =
                all.stream().filter(part -> part.live().articles() > 0).toList();
        Coverage.Covered covered = Coverage.of(folder, alive, dead, told);
        List<SnapshotPart> parts = covered.parts();
        SnapshotManifest manifest = manifest(parts, covered.coverage().in(settings));
        List<Path> files = new ArrayList<>();
        for (SnapshotPart part : parts) {
            if (!Files.exists(folder.part(part.id()))) {
                PartFiles.place(newParts().resolve(part.id()), folder.parts(), part);
            }
            if (!part.deadFile().isEmpty()) {
                files.add(dead.get(part.id()));
            }
        }
        write(manifest, files);
        publications().publish(manifest.id());
        return manifest;
    }

    /// Publishes new parts alone.
    public SnapshotManifest publish(List<SnapshotPart> parts) throws IOException {
        return publish(parts, Map.of());
    }

    private SnapshotManifest manifest(List<SnapshotPart> parts, Map<String, String> published) {
        Holding live = SnapshotManifest.live(parts);
        return new SnapshotManifest(
                SnapshotManifest.FORMAT,
                Settings.snapshotId(corpus.digest(), published),
                corpus.version(),
                corpus.digest(),
                corpus.generation(),
                corpus.tables(),
                live.articles(),
                live.texts(),
                live.passages(),
                live.digest().toString(),
                published,
                parts);
    }

    /// Where the id is taken, by a damaged snapshot or one that is built in full again, its files are replaced one
    /// by one, the manifest last; readers see the one or the other.
    private void write(SnapshotManifest manifest, List<Path> dead) throws IOException {
        String json = Json.PAGE.writeValueAsString(manifest);
        String digest = SnapshotCheck.sha256(json.getBytes(StandardCharsets.UTF_8)) + "\n";
        boolean taken = Files.exists(folder.of(manifest.id()));
        Path target = taken
                ? folder.of(manifest.id())
                : Files.createDirectories(workFolder().resolve(manifest.id()));
        for (Path file : dead) {
            NewFile.copy(file, target.resolve(file.getFileName()));
        }
        Path digests = target.resolve(SnapshotFolder.MANIFEST_DIGEST);
        if (taken) {
            NewFile.write(digests, SnapshotCheck.digestOfSoundManifest(folder, manifest.id()) + digest);
            NewFile.write(target.resolve(SnapshotFolder.MANIFEST), json);
        }
        NewFile.write(digests, digest);
        if (!taken) {
            NewFile.write(target.resolve(SnapshotFolder.MANIFEST), json);
            NewFile.place(target, folder.of(manifest.id()));
        }
    }

    /// Removes a folder with all that is in it, such as one for scratch.
    public static void delete(Path folder) throws IOException {
        Sweeping.delete(folder);
    }

    private Publications publications() {
        return new Publications(folder, clock);
    }

    private Path workFolder() {
        return folder.root().resolve(Sweeping.BUILDING);
    }

    /// Sweeps up and gives the lock back.
    @Override
    public void close() throws IOException {
        Sweeping.delete(workFolder());
        lock.close();
    }
}
