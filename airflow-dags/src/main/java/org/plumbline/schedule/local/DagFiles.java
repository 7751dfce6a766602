package org.plumbline.schedule.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of a folder from which DAGs will come: Python that calls `DAG(…)` or carries `@dag`, outside of
/// packages and of what `.airflowignore` names.
final class DagFiles {

    private static final Pattern MAKES_A_DAG = Pattern.compile("\\bDAG\\s*\\(|(?m)^\\s*@dag\\b");

    private DagFiles() {}

    /// The files, with the time of their last change.
    static Map<Path, Instant> in(Path folder) {
        Map<Path, Instant> files = new TreeMap<>();
        List<String> ignored = ignored(folder);
        try (Stream<Path> entries = Files.list(folder.toRealPath())) {
            for (Path file : entries.filter(DagFiles::isPython).toList()) {
                boolean counts = !ignored.contains(file.getFileName().toString())
                        && MAKES_A_DAG
                                .matcher(Files.readString(file, StandardCharsets.UTF_8))
                                .find();
                if (counts) {
                    files.put(file, Files.getLastModifiedTime(file).toInstant());
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static boolean isPython(Path file) {
        return file.toString().endsWith(".py") && Files.isRegularFile(file);
    }

    private static List<String> ignored(Path folder) {
        Path file = folder.resolve(".airflowignore");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(String::strip).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
