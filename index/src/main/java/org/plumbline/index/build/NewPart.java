package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import org.plumbline.index.SnapshotPart;

/// One part while it is written, under a name of its attempt's own, so that a task which runs twice disturbs
/// nobody: what it leaves is swept up with the build. Whoever asked for the part hears its id.
public final class NewPart implements AutoCloseable {

    private final Path parts;
    private final Path attempt;
    private final PartWriter writer;

    /// @param parts as [SnapshotBuild#newParts]
    /// @param attempt a name that no other has
    public NewPart(Path parts, String attempt) throws IOException {
        this.parts = parts;
        this.attempt = parts.resolve("attempt-" + attempt);
        this.writer = new PartWriter(this.attempt);
    }

    public void add(ArticleWithTexts article) throws IOException {
        writer.add(article);
    }

    /// Completes the part and gives it its place.
    public SnapshotPart finish() throws IOException {
        SnapshotPart part = writer.finish();
        PartFiles.place(attempt, parts, part);
        return part;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
