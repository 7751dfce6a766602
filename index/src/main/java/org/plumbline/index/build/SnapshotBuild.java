package org.plumbline.index.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.citations.Json;
import org.plumbline.index.Holding;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.VectorCoverage;

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

    private SnapshotBuild(SnapshotFolder folder, CorpusVersion corpus, Map<String, String> settings, IndexLock lock) {
        this.folder = folder;
        this.corpus = corpus;
        this.settings = settings;
        this.id = Settings.snapshotId(corpus.digest(), settings);
        this.lock = lock;
        this.clock = Clock.systemUTC();
    }

    /// Takes the lock and sweeps away what killed builds left.
    ///
    /// @throws WrongInputException where another build runs on this home, or it cannot be written
    public static SnapshotBuild begin(Path home, CorpusVersion corpus) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        IndexLock lock = IndexLock.take(folder);
        SnapshotBuild build = new SnapshotBuild(folder, corpus, Settings.all(), lock);
        Files.createDirectories(build.newParts());
        return build;
    }

    /// The id that the snapshot will have if no article of it has a vector.
    public String id() {
        return id;
    }

    /// The snapshot of this corpus and these settings, where it is there already and its files are as long as written
    /// (`index verify` reads them): the current one, whatever vectors it has, or the one without. The pointer is
    /// moved to it.
    public Optional<SnapshotManifest> findDone() throws IOException {
        Optional<String> current = folder.findCurrent();
        String done = current.isPresent() && isWhole(current.get()) && isOfThis(folder.manifest(current.get()))
                ? current.get()
                : id;
        if (!isWhole(done)) {
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
    /// corpus, not newer than what is to be built, and whole.
    public Optional<SnapshotManifest> findBase() throws IOException {
        Optional<String> current = folder.findCurrent();
        if (current.isEmpty() || !isWhole(current.get())) {
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

    private boolean isWhole(String snapshot) throws IOException {
        if (!folder.ids().contains(snapshot)
                || !SnapshotCheck.isManifestSound(folder, snapshot)
                || !folder.isReadable(snapshot)) {
            return false;
        }
        for (SnapshotPart part : folder.manifest(snapshot).parts()) {
            if (!PartFiles.areThere(folder.part(part.id()), part)
                    || !Files.exists(folder.of(snapshot).resolve(part.deadFile()))) {
                return false;
            }
        }
        return true;
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
        List<SnapshotPart> parts = Coverage.withWhole(
                folder, all.stream().filter(part -> part.live().articles() > 0).toList());
        SnapshotManifest manifest =
                manifest(parts, Coverage.of(folder, parts, dead).in(settings));
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
            Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Path digests = target.resolve(SnapshotFolder.MANIFEST_DIGEST);
        if (taken) {
            NewFile.write(digests, SnapshotCheck.digestOfSoundManifest(folder, manifest.id()) + digest);
            NewFile.write(target.resolve(SnapshotFolder.MANIFEST), json);
        }
        NewFile.write(digests, digest);
        if (!taken) {
            NewFile.write(target.resolve(SnapshotFolder.MANIFEST), json);
            Files.move(target, folder.of(manifest.id()), StandardCopyOption.ATOMIC_MOVE);
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
