package org.plumbline.schedule.local.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;
import org.plumbline.schedule.local.process.FileLocked;
import org.plumbline.schedule.local.process.Program;

/// A folder with Airflow and all that it needs, made from a lock file whose every line carries the hashes of its
/// packages. Homes share one as long as their lock file is the same.
public final class VirtualEnvironment {

    private static final String COMPLETE = "complete";
    private static final String MAKING = "plumbline-making";
    private static final int SHOWN_DIGITS = 12;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Path folder;
    private final Path lockFile;
    private final String lockDigest;

    private VirtualEnvironment(Path folder, Path lockFile, String lockDigest) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lockDigest = lockDigest;
    }

    /// The one that homes with this lock file share: `$XDG_CACHE_HOME/plumbline/airflow-<12 hex digits>`.
    public static VirtualEnvironment shared(Path lockFile, Map<String, String> environment) {
        String set = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path cache = set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
        String digest = digest(lockFile);
        Path folder = cache.resolve("plumbline").resolve("airflow-" + digest.substring(0, SHOWN_DIGITS));
        return new VirtualEnvironment(folder.toAbsolutePath(), lockFile, digest);
    }

    /// One in a folder of its own.
    public static VirtualEnvironment in(Path folder, Path lockFile) {
        return new VirtualEnvironment(folder.toAbsolutePath().normalize(), lockFile, digest(lockFile));
    }

    public Path folder() {
        return folder;
    }

    /// A program of it, such as `airflow`.
    public Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /// Makes it where it is not there yet; one process at a time, the others wait.
    ///
    /// @param environment of the pip that fetches: proxies and the address of an index of one's own stand there
    /// @throws WrongInputException where Python is missing, or packages cannot be fetched or stored
    public void make(Map<String, String> environment, Consumer<String> talk) {
        if (isComplete()) {
            return;
        }
        try (FileLocked _ = FileLocked.take(
                folder.resolveSibling(folder.getFileName() + ".lock"),
                () -> talk.accept("another process makes " + folder + "; waiting for it"))) {
            if (!isComplete()) {
                makeAlone(environment, talk);
            }
        } catch (IOException e) {
            throw new WrongInputException(
                    folder + ": cannot be written (" + e.getMessage() + "); choose another place with --venv", e);
        }
    }

    private boolean isComplete() {
        try {
            return Files.isExecutable(program("airflow"))
                    && Files.exists(program("python"))
                    && Files.readString(folder.resolve(COMPLETE)).strip().equals(lockDigest);
        } catch (IOException e) {
            return false;
        }
    }

    private void makeAlone(Map<String, String> environment, Consumer<String> talk) throws IOException {
        Python python = Python.find(environment);
        clear();
        Files.createDirectories(folder);
        Files.createFile(folder.resolve(MAKING));
        Map<String, String> quiet = withoutPythonSettings(environment);
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        talk.accept("making the virtual environment " + folder + " with Python " + python.version());
        require(
                Program.run(List.of(python.program().toString(), "-m", "venv", folder.toString()), quiet, log, LONGEST),
                log);
        talk.accept("installing Airflow, about 130 packages of " + lockFile.getFileName()
                + " (once; 30 s to some minutes)");
        require(Program.run(pip(), quiet, log, LONGEST), log);
        Files.writeString(folder.resolve(COMPLETE), lockDigest + "\n");
        Files.delete(folder.resolve(MAKING));
    }

    private List<String> pip() {
        return List.of(
                program("python").toString(),
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check",
                "--no-input",
                "--require-hashes",
                "--no-deps",
                "--only-binary",
                ":all:",
                "-r",
                lockFile.toString());
    }

    /// Removes what an earlier try left; a folder that somebody else made stays.
    private void clear() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        boolean ours = Files.exists(folder.resolve(MAKING)) || Files.exists(folder.resolve(COMPLETE));
        try (Stream<Path> entries = Files.list(folder)) {
            if (!ours && entries.findAny().isPresent()) {
                throw new WrongInputException(folder
                        + ": a folder with other things in it, no virtual environment made by Plumbline; choose another"
                        + " with --venv");
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Map<String, String> withoutPythonSettings(Map<String, String> environment) {
        Map<String, String> quiet = new HashMap<>(environment);
        quiet.keySet().removeAll(List.of("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PIP_REQUIRE_VIRTUALENV"));
        return quiet;
    }

    private static void require(Program.Ran ran, Path log) {
        if (!ran.succeeded()) {
            throw new WrongInputException(Refusal.of(ran) + "; all of it is in " + log);
        }
    }

    private static String digest(Path file) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
