package org.plumbline.index.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A temporary folder, gone when it is closed.
public record Scratch(Path folder) implements AutoCloseable {

    /// Makes one below a folder.
    public static Scratch in(Path folder) throws IOException {
        return new Scratch(Files.createTempDirectory(folder, "plumbline-evaluate"));
    }

    /// A new folder in it.
    public Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
