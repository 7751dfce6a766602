package org.plumbline.schedule.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that the local Airflow of a home keeps, in small letters: a dump of its database, and every file as it lies.
///
/// @param texts by where each stands
record AirflowMemory(Map<String, String> texts) {

    private static final String DUMP = """
            import sqlite3, sys
            for line in sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).iterdump():
                sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\\n")
            """;

    static AirflowMemory of(Path home) throws IOException, InterruptedException {
        Path folder = home.resolve("airflow");
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        Map<String, String> texts = files.stream().collect(Collectors.toMap(Path::toString, AirflowMemory::read));
        texts.put("the database's dump", dump(folder.resolve("airflow.db")));
        return new AirflowMemory(texts);
    }

    /// Where a word stands.
    List<String> placesOf(String word) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String dump(Path database) throws IOException, InterruptedException {
        Path into = Files.createTempFile("dump", ".sql");
        Process process = new ProcessBuilder("python3", "-c", DUMP, database.toString())
                .redirectOutput(into.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).as("dump of the database").isZero();
        String dump = read(into);
        Files.delete(into);
        return dump;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
