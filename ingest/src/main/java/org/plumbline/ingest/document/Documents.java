package org.plumbline.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.plumbline.ingest.document.format.Format;
import org.plumbline.ingest.document.jail.Children;
import org.plumbline.ingest.document.jail.Outcome;
import org.plumbline.ingest.text.Quarantined.Reason;

/// Has documents taken apart before they are read: each becomes a file in a folder, under the digest of its bytes,
/// so that the same bytes are taken apart once, a killed run goes on where it stopped, and a reader (in whatever
/// process) finds what it needs by the bytes alone.
public final class Documents {

    private final Path folder;
    private final DocumentSettings settings;
    private final LongConsumer bytesDone;

    /// @param folder made where it is not there
    public Documents(Path folder, DocumentSettings settings) {
        this(folder, settings, _ -> {});
    }

    /// @param bytesDone told of every document that is done, from several threads
    public Documents(Path folder, DocumentSettings settings, LongConsumer bytesDone) {
        this.folder = folder;
        this.settings = settings;
        this.bytesDone = bytesDone;
    }

    /// The reader of files whose documents were taken apart here.
    public DocumentReader reader() {
        return new DocumentReader(folder);
    }

    /// Takes apart what among these files is a document and was not yet. Other files are left to their readers.
    public void convert(List<Path> files) {
        try {
            Files.createDirectories(folder);
            Map<String, Path> waiting = waiting(files);
            if (!waiting.isEmpty()) {
                convert(waiting);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes what was made, when a run is over.
    public void remove() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Path> waiting(List<Path> files) throws IOException {
        Map<String, Path> waiting = new LinkedHashMap<>();
        for (Path file : files) {
            if (isDocument(file)) {
                String digest = digest(file);
                if (!Files.exists(converted(folder, digest)) && !Files.exists(refused(folder, digest))) {
                    waiting.putIfAbsent(digest, file);
                }
            }
        }
        return waiting;
    }

    private void convert(Map<String, Path> waiting) {
        try (Children children = Children.open(settings.bounds(), folder);
                ExecutorService threads =
                        Executors.newFixedThreadPool(settings.bounds().children())) {
            if (!children.closed()) {
                System.err.println("plumbline: documents are read in a child process that can reach the network: this "
                        + "system gives an ordinary user no namespace of his own (unshare); see docs/documents.md");
            }
            List<Future<?>> all = new ArrayList<>();
            waiting.forEach((digest, file) -> all.add(threads.submit(() -> convert(children, digest, file))));
            for (Future<?> one : all) {
                await(one);
            }
        }
    }

    private void convert(Children children, String digest, Path file) {
        try {
            long bytes = Files.size(file);
            Outcome outcome = bytes > settings.bounds().bytes()
                    ? new Outcome.Refused(
                            Reason.TOO_LARGE,
                            "it has " + bytes + " bytes, more than "
                                    + settings.bounds().bytes() + "; raise documents.megabytes")
                    : children.convert(file, converted(folder, digest));
            if (outcome instanceof Outcome.Refused(Reason reason, String message)) {
                Path writing = folder.resolve(digest + ".writing");
                Files.writeString(writing, reason + "\n" + message);
                Files.move(writing, refused(folder, digest), StandardCopyOption.ATOMIC_MOVE);
            }
            bytesDone.accept(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a document could not be handed to its child", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while documents were taken apart", e);
        }
    }

    private static boolean isDocument(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Format.of(in.readNBytes(Format.HEAD)).isDocument();
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return digest(in);
        }
    }

    /// SHA-256 of all bytes, in lower-case hex.
    static String digest(InputStream in) throws IOException {
        try (DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static Path converted(Path folder, String digest) {
        return folder.resolve(digest + ".xhtml");
    }

    static Path refused(Path folder, String digest) {
        return folder.resolve(digest + ".refused");
    }
}
