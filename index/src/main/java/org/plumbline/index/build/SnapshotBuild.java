package org.plumbline.index.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;

/// One build of a snapshot, from the lock to the pointer.
///
/// Shards are written into a hidden folder beside the snapshots; when all are there, the manifest is written, the
/// folder gets its name, and last the pointer moves. Killed anywhere before, the build leaves the snapshots as they
/// were and rubbish that the next build sweeps away. One build at a time: a second one is refused.
public final class SnapshotBuild implements AutoCloseable {

    private static final String BUILDING = ".building";
    private static final String DAMAGED = ".damaged";

    private final SnapshotFolder folder;
    private final CorpusVersion corpus;
    private final String id;
    private final FileChannel lock;

    private SnapshotBuild(SnapshotFolder folder, CorpusVersion corpus, FileChannel lock) {
        this.folder = folder;
        this.corpus = corpus;
        this.id = Settings.snapshotId(corpus.digest());
        this.lock = lock;
    }

    /// Takes the lock and sweeps away what killed builds left.
    ///
    /// @throws WrongInputException where another build runs on this home, or it cannot be written
    public static SnapshotBuild begin(Path home, CorpusVersion corpus) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        FileChannel channel = openLock(folder);
        FileLock held = channel.tryLock();
        if (held == null) {
            channel.close();
            throw new WrongInputException("another index build runs on " + home + ": wait until it is done");
        }
        SnapshotBuild build = new SnapshotBuild(folder, corpus, channel);
        delete(build.workFolder());
        delete(folder.root().resolve(DAMAGED));
        Files.createDirectories(build.workFolder());
        return build;
    }

    private static FileChannel openLock(SnapshotFolder folder) {
        try {
            Files.createDirectories(folder.root());
            return FileChannel.open(
                    folder.root().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new WrongInputException(
                    folder.root() + ": not writable (" + e.getClass().getSimpleName()
                            + "); give this user the right, or choose another --home",
                    e);
        }
    }

    /// The id that the snapshot will have.
    public String id() {
        return id;
    }

    /// The snapshot of this id, where it is there already and all its bytes are as written. The pointer is moved to
    /// it.
    public Optional<SnapshotManifest> findDone() throws IOException {
        if (!folder.ids().contains(id) || !SnapshotCheck.ofFiles(folder, id).isEmpty()) {
            return Optional.empty();
        }
        point();
        return Optional.of(folder.manifest(id));
    }

    /// The folder in which shards are to be written, see [SnapshotFolder#shard].
    public Path folder() {
        return buildFolder();
    }

    /// A folder for what the build needs besides shards; it goes when the build ends.
    public Path scratch() {
        return workFolder().resolve("scratch");
    }

    /// Publishes the shards 0 to `shards - 1`.
    public SnapshotManifest publish(int shards) throws IOException {
        ShardCounts counts = ShardCounts.of(buildFolder(), shards);
        SnapshotManifest manifest = new SnapshotManifest(
                SnapshotManifest.FORMAT,
                id,
                corpus.version(),
                corpus.digest(),
                counts.articles(),
                counts.texts(),
                counts.passages(),
                counts.contentDigest(),
                Settings.all(),
                shards,
                digests(buildFolder()));
        byte[] json = Json.PAGE.writeValueAsBytes(manifest);
        write(
                buildFolder().resolve(SnapshotFolder.MANIFEST_DIGEST),
                (SnapshotCheck.sha256(json) + "\n").getBytes(StandardCharsets.UTF_8));
        write(buildFolder().resolve(SnapshotFolder.MANIFEST), json);
        if (Files.exists(folder.of(id))) {
            Files.move(folder.of(id), folder.root().resolve(DAMAGED), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(buildFolder(), folder.of(id), StandardCopyOption.ATOMIC_MOVE);
        point();
        return manifest;
    }

    /// The SHA-256 of every file under a snapshot's folder but the manifest and its digest.
    static Map<String, String> digests(Path snapshot) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(snapshot)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = snapshot.relativize(file).toString().replace('\\', '/');
                if (!name.equals(SnapshotFolder.MANIFEST) && !name.equals(SnapshotFolder.MANIFEST_DIGEST)) {
                    digests.put(name, Sha256.ofFile(file));
                }
            }
        }
        return digests;
    }

    private Path workFolder() {
        return folder.root().resolve(BUILDING);
    }

    private Path buildFolder() {
        return workFolder().resolve(id);
    }

    private void point() throws IOException {
        Path next = workFolder().resolve("CURRENT");
        write(next, (id + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(next, folder.pointer(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }

    /// Sweeps up and gives the lock back.
    @Override
    public void close() throws IOException {
        delete(workFolder());
        delete(folder.root().resolve(DAMAGED));
        lock.close();
    }
}
