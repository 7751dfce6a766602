package org.plumbline.schedule.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs programs of others to their end, their words going into a file.
public final class Program {

    private static final File NOTHING = new File("/dev/null");

    private Program() {}

    /// What a program left.
    ///
    /// @param exit its exit code; -1 where it was ended because it took too long
    /// @param words all that it said, on both streams
    public record Ran(int exit, String words) {

        public boolean succeeded() {
            return exit == 0;
        }

        /// The last line that says something.
        public String lastLine() {
            List<String> lines = words.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.isEmpty() ? "it said nothing" : lines.getLast();
        }
    }

    /// Runs a program; one that takes longer than that is ended.
    ///
    /// @param environment all of it
    /// @throws IOException where it cannot be started
    public static Ran run(List<String> command, Map<String, String> environment, Path log, Duration longest)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new Ran(exitOf(process, longest), new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }

    private static int exitOf(Process process, Duration longest) {
        try {
            if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return -1;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", e);
        }
    }
}
