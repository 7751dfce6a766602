package org.plumbline.index.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.lucene.util.IOUtils;

/// Gives files and folders their names so that they are there whole or not at all, and survive a loss of power.
final class NewFile {

    private static final String UNFINISHED = ".new";

    private NewFile() {}

    /// Writes or replaces a file.
    static void write(Path file, String words) throws IOException {
        write(file, words.getBytes(StandardCharsets.UTF_8));
    }

    /// Copies a small file; where it is one with the copy, nothing happens.
    static void copy(Path file, Path copy) throws IOException {
        if (!Files.exists(copy) || !Files.isSameFile(file, copy)) {
            write(copy, Files.readAllBytes(file));
        }
    }

    /// Gives a folder its name, in a folder that is made where it is missing.
    static void place(Path folder, Path name) throws IOException {
        Path parent = name.resolveSibling("");
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            IOUtils.fsync(parent.resolveSibling(""), true);
        }
        Files.move(folder, name, StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(parent, true);
    }

    /// Whether a name is that of a file whose writer was killed.
    static boolean isUnfinished(String name) {
        return name.startsWith(".") && name.endsWith(UNFINISHED);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + UNFINISHED);
        Files.deleteIfExists(fresh);
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(file.resolveSibling(""), true);
    }
}
