package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.lucene.DeadBlocks;
import org.plumbline.index.lucene.LiveReader;

/// A part while a snapshot is put together: where its folder lies, and the file that names its dead blocks.
///
/// @param deadFile there where the part names one
record LivePart(SnapshotPart part, Path folder, Optional<Path> deadFile) {

    DirectoryReader open() throws IOException {
        return LiveReader.of(DirectoryReader.open(FSDirectory.open(folder)), dead());
    }

    DeadBlocks dead() throws IOException {
        return deadFile.isPresent() ? DeadBlocks.read(deadFile.get()) : DeadBlocks.NONE;
    }
}
