package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;

/// What of a file has come so far: `<name>.part`, and beside it `<name>.part.of` which says of what state of the
/// file it is a part. A process may be killed at any moment: the state is written before the first byte. For one
/// thread.
final class PartFile {

    private final Path whole;
    private final Path part;
    private final Path stateFile;

    /// Which file, and in which state, the bytes are of.
    ///
    /// @param etag a strong one, else empty
    record State(String address, String etag, String lastModified) {

        /// What `If-Range` takes; empty where the host gave nothing that tells two states apart.
        String validator() {
            return etag.isEmpty() ? lastModified : etag;
        }
    }

    PartFile(Path folder, String name) {
        this.whole = folder.resolve(name);
        this.part = folder.resolve(name + ".part");
        this.stateFile = folder.resolve(name + ".part.of");
    }

    /// How many bytes of this address' file are there and can be gone on from; else 0.
    long resumableBytes(String address) {
        return sizeBytes() > 0
                        && state().address().equals(address)
                        && !state().validator().isEmpty()
                ? sizeBytes()
                : 0;
    }

    long sizeBytes() {
        try {
            return Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    State state() {
        try {
            List<String> lines = Files.exists(stateFile) ? Files.readAllLines(stateFile) : List.of();
            return lines.size() == 3 ? new State(lines.get(0), lines.get(1), lines.get(2)) : new State("", "", "");
        } catch (IOException _) {
            return new State("", "", "");
        }
    }

    /// Forgets what came, and expects this.
    void begin(State state) {
        try {
            Files.createDirectories(part.toAbsolutePath().getParent());
            Files.deleteIfExists(part);
            Files.write(
                    stateFile,
                    List.of(state.address(), state.etag(), state.lastModified()),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(part);
            Files.deleteIfExists(stateFile);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    FileChannel append() {
        try {
            return FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void write(FileChannel channel, byte[] bytes, int count) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// The file, where it is there in whole with this MD5: an earlier process brought it.
    Optional<Fetched> findWhole(String md5) {
        try {
            return Files.isRegularFile(whole) && md5(whole).equals(md5)
                    ? Optional.of(new Fetched(whole, Files.size(whole), md5, "", ""))
                    : Optional.empty();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// The MD5 of all that came.
    String md5() {
        return md5(part);
    }

    private String md5(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Gives the file its name; it is on the disk before.
    Path finish() {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(stateFile);
            return whole;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private WrongInputException unwritable(IOException e) {
        return new WrongInputException(
                part + ": cannot be written (" + e.getMessage()
                        + "); free space or give the right, then run this again",
                e);
    }
}
