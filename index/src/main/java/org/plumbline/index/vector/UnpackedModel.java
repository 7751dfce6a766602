package org.plumbline.index.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
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

    private final Path folder;

    private UnpackedModel(Path folder) {
        this.folder = folder;
    }

    /// Unpacks what is not there yet, and tells the runtime where its libraries are.
    static UnpackedModel ready() {
        List<String> libraries =
                List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        if (UnpackedModel.class.getResource(LIBRARIES + libraries.getFirst()) == null) {
            throw new WrongInputException("vectors cannot be computed on " + platform()
                    + ": the runtime of the model has no library for it; search with --mode bm25");
        }
        try {
            UnpackedModel model = new UnpackedModel(writableFolder());
            model.unpack("/" + MODEL);
            for (String library : libraries) {
                model.unpack(LIBRARIES + library);
            }
            if (System.getProperty(NATIVE_PATH) == null) {
                System.setProperty(NATIVE_PATH, model.folder.toString());
            }
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedding model cannot be unpacked", e);
        }
    }

    Path model() {
        return folder.resolve(MODEL);
    }

    private static Path writableFolder() throws IOException {
        Path folder = cache().resolve("embedding-" + Embedder.MODEL_ID + "-onnxruntime-" + runtimeVersion());
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException e) {
            throw new WrongInputException(
                    folder + ": cannot be written (" + e.getClass().getSimpleName()
                            + "); give this user the right, or set XDG_CACHE_HOME to another folder",
                    e);
        }
    }

    private static Path cache() {
        String set = System.getenv("XDG_CACHE_HOME");
        Path cache = set == null || set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
        return cache.resolve("plumbline");
    }

    /// A file that has the resource's size is taken as it is: it got its name when it was complete.
    private void unpack(String resource) throws IOException {
        var source = Objects.requireNonNull(UnpackedModel.class.getResource(resource), resource)
                .openConnection();
        source.setUseCaches(false);
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream in = source.getInputStream()) {
            if (Files.exists(file) && Files.size(file) == source.getContentLengthLong()) {
                return;
            }
            Path written = Files.createTempFile(folder, file.getFileName().toString(), ".part");
            try {
                Files.copy(in, written, StandardCopyOption.REPLACE_EXISTING);
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
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
