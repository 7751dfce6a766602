package org.plumbline.research;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Runs the commands as a user does, in this process.
final class Runs {

    /// What a command answered.
    record Answer(int exit, String out, String err) {}

    private final Path home;

    Runs(Path home) {
        this.home = home;
    }

    Answer run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            List<String> all = new ArrayList<>(List.of(args));
            all.addAll(List.of("--home", home.toString()));
            int exit = Main.run(all.toArray(String[]::new));
            return new Answer(exit, said.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /// Submits a question, works it off, and answers the job's id.
    String done(String... request) {
        List<String> submit = new ArrayList<>(List.of("submit"));
        submit.addAll(List.of(request));
        String id = run(submit.toArray(String[]::new)).out().strip();
        Answer worked = run("work", "--drain");
        if (worked.exit() != 0) {
            throw new AssertionError(worked.err());
        }
        return id;
    }

    Path job(String id) {
        return home.resolve("jobs").resolve(id);
    }

    /// The content of a job's files by name, but for state and lock.
    Map<String, String> files(String id) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(job(id))) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!name.equals("job.json") && !name.equals("lock")) {
                    files.put(name, Files.readString(entry));
                }
            }
        }
        return files;
    }

    /// The content of one of a job's files.
    String file(String id, String name) throws IOException {
        return Files.readString(job(id).resolve(name));
    }
}
