package org.plumbline.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.citations.Json;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.WrongInputException;

/// A reader of one published snapshot. Any thread may call it, several at once.
public final class Snapshot implements AutoCloseable {

    private final SnapshotManifest manifest;

    private Snapshot(SnapshotManifest manifest) {
        this.manifest = manifest;
    }

    /// Opens the snapshot that was published last.
    ///
    /// @throws WrongInputException where none was published yet
    public static Snapshot openCurrent(Path home) {
        if (!Files.exists(home.resolve("index").resolve("CURRENT"))) {
            throw new WrongInputException("no index in " + home + ": run `plumbline index build`");
        }
        return open(home, "");
    }

    /// Opens one snapshot by its id.
    ///
    /// @throws WrongInputException where there is none of this id
    public static Snapshot open(Path home, String snapshotId) {
        try {
            Path file = home.resolve("index").resolve(snapshotId).resolve("manifest.json");
            return new Snapshot(Json.read(Files.readString(file), SnapshotManifest.class));
        } catch (IOException e) {
            throw new WrongInputException(
                    "no snapshot " + snapshotId + " in " + home + ": see `plumbline index list`", e);
        }
    }

    public SnapshotManifest manifest() {
        return manifest;
    }

    /// The best articles first; ties are broken by article id.
    public SearchResult search(Query query, Filter filter, int articles) {
        return new SearchResult(0, List.of());
    }

    /// How many articles match.
    public long count(Query query, Filter filter) {
        return 0;
    }

    /// How many articles have a passage with this word after analysis; 0 where the index does not know it. Several
    /// words (or parts of a hyphenated one) must stand side by side. A stop word counts as unknown.
    public int documentFrequency(String word) {
        return 0;
    }

    /// The article of an id or alias: `pmid:1`, `pmcid:PMC1`, `doi:10.1000/x`.
    public Optional<IndexedArticle> findArticle(String alias) {
        return Optional.empty();
    }

    /// The text of this id.
    public Optional<Text> findText(TextId id) {
        return Optional.empty();
    }

    /// One section of a text.
    public Optional<Section> findSection(TextId id, int section) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
