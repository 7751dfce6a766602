package org.plumbline.schedule.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;

/// Small JSON files that only their owner may read, there whole or not at all.
final class PrivateFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFile() {}

    static void write(Path file, Object content) {
        Path fresh = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OWNER_ONLY);
            Files.writeString(fresh, Json.PAGE.writeValueAsString(content) + "\n", StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static <T> Optional<T> read(Path file, Class<T> type) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.LINE.readValue(Files.readString(file), type));
        } catch (JsonProcessingException e) {
            // Its content may be secret, so what the parser says of it is not passed on.
            throw new WrongInputException(
                    file + ": not what Plumbline wrote there; run plumbline schedule down, move the file away, then"
                            + " plumbline schedule up");
        } catch (IOException e) {
            throw new WrongInputException(file + ": cannot be read (" + e + "); check its rights", e);
        }
    }
}
