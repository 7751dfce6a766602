package org.plumbline.index.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;

/// The model and the runtime's native libraries as files. They lie in jars, and are unpacked once, into a folder of
/// the user's cache that is named after their version: `$XDG_CACHE_HOME/plumbline`, else
/// `~/.cache/plumbline`. Without this the runtime would unpack 28 MB into the temporary folder at each start, and
/// leave them there when it is killed.
final class UnpackedModel {

    static final String MODEL = "bge-small-en-v1.5-q.onnx";

    private static final String LIBRARIES = "/ai/onnxruntime/native/" + platform() + "/";
    private static final String NATIVE_PATH = "onnxruntime.native.path";

    private static final String OR_WORDS = "or search with --mode bm25";

    private final Path folder;

    private UnpackedModel(Path folder) {
        this.folder = folder;
    }

    /// Unpacks what is not there yet, and tells the runtime where its libraries are.
    ///
    /// @throws WrongInputException where there is no runtime for this platform, or the folder cannot be written
    static UnpackedModel ready() {
        List<String> resources = new ArrayList<>();
        for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
            resources.add(LIBRARIES + System.mapLibraryName(library));
        }
        if (UnpackedModel.class.getResource(resources.getFirst()) == null) {
            throw new WrongInputException("vectors cannot be computed on " + platform()
                    + ": the runtime of the model has no library for it; search with --mode bm25");
        }
        resources.add("/" + MODEL);
        UnpackedModel model = new UnpackedModel(
                cache().resolve("embedding-" + Embedder.MODEL_ID + "-onnxruntime-" + runtimeVersion()));
        try {
            model.unpack(resources);
        } catch (FileSystemException e) {
            throw model.unwritable(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedding model cannot be unpacked", e);
        }
        if (System.getProperty(NATIVE_PATH) == null) {
            System.setProperty(NATIVE_PATH, model.folder.toString());
        }
        return model;
    }

    /// A full disk is said as such, by whoever runs commands.
    private RuntimeException unwritable(FileSystemException e) {
        String reason = String.valueOf(e.getReason());
        return reason.contains("No space left") || reason.contains("quota")
                ? new UncheckedIOException("the embedding model cannot be unpacked", e)
                : new WrongInputException(
                        folder + ": cannot be written (" + e.getClass().getSimpleName()
                                + "); give this user the right, set XDG_CACHE_HOME to another folder, " + OR_WORDS,
                        e);
    }

    /// What is said where the files are there and this machine cannot run them.
    WrongInputException unusable(Throwable cause) {
        return new WrongInputException(
                folder + ": the embedding model cannot be loaded (" + cause.getMessage()
                        + "); it needs glibc and a folder whose files may be executed: remove the folder if it is damaged,"
                        + " set XDG_CACHE_HOME to another one, " + OR_WORDS,
                cause);
    }

    Path model() {
        return folder.resolve(MODEL);
    }

    private static Path cache() {
        String set = System.getenv("XDG_CACHE_HOME");
        Path cache = set == null || set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
        return cache.resolve("plumbline");
    }

    /// Nothing is written where all is there.
    private void unpack(List<String> resources) throws IOException {
        for (String resource : resources) {
            URLConnection source = Objects.requireNonNull(UnpackedModel.class.getResource(resource), resource)
                    .openConnection();
            source.setUseCaches(false);
            try (InputStream in = source.getInputStream()) {
                Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
                if (!isThere(file, source.getContentLengthLong())) {
                    Files.createDirectories(folder);
                    keepToThisUser();
                    unpack(in, file);
                }
            }
        }
    }

    /// A file that has the resource's size is taken as it is: it got its name when it was complete.
    private static boolean isThere(Path file, long bytes) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == bytes;
    }

    private void keepToThisUser() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void unpack(InputStream in, Path file) throws IOException {
        Path written = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            Files.copy(in, written, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static String runtimeVersion() {
        @Nullable
        String version = ai.onnxruntime.OrtEnvironment.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
        return name + "-" + (machine.equals("amd64") || machine.equals("x86_64") ? "x64" : machine);
    }
}
