package org.plumbline.ingest.document.jail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command that starts a child JVM: with namespaces of its own (no network) and limits of CPU, file size and
/// core dumps where the system lets an ordinary user have them, else a plain one. What the child says on stderr goes
/// to a file beside.
final class Jail {

    private final Path command;
    private final boolean closed;

    private Jail(Path command, boolean closed) {
        this.command = command;
        this.closed = closed;
    }

    /// Writes the command into a folder and tries it.
    ///
    /// @param cpu how much a child may use in all, after which the system ends it
    static Jail in(Path folder, java.time.Duration cpu) throws IOException {
        Path command = folder.resolve("child-java");
        try (InputStream script = Jail.class.getResourceAsStream("child-java.sh")) {
            if (script == null) {
                throw new IllegalStateException("child-java.sh is missing from the jar");
            }
            String written = new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("@JAVA@", quoted(Path.of(System.getProperty("java.home"), "bin", "java")))
                    .replace("@LOG@", quoted(folder.resolve("child.log")))
                    .replace("@CPU@", String.valueOf(cpu.toSeconds()));
            for (String mode : List.of("closed", "plain")) {
                Files.writeString(command, written.replace("@MODE@", mode));
                Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
                if (works(command)) {
                    return new Jail(command, mode.equals("closed"));
                }
            }
        }
        throw new IllegalStateException("a child JVM cannot be started in " + folder + "; is it mounted noexec?");
    }

    Path command() {
        return command;
    }

    /// Whether the child is without a network.
    boolean closed() {
        return closed;
    }

    private static boolean works(Path command) throws IOException {
        Process tried = new ProcessBuilder(command.toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (tried.waitFor(30, TimeUnit.SECONDS)) {
                return tried.exitValue() == 0;
            }
            tried.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            tried.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting a child", e);
        }
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
