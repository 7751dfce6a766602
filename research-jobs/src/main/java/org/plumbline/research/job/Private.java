package org.plumbline.research.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Rights of files and folders that only their owner may look into: a question may tell of a patient. Where the
/// file system knows no POSIX rights, the home folder's own must do.
public final class Private {

    private Private() {}

    /// Makes a folder and those above it; what is made is its owner's only, what is there stays as it is.
    public static void createFolders(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, rights(folder, "rwx------"));
        }
    }

    static void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder, rights(folder, "rwx------"));
    }

    static FileAttribute<?>[] file(Path file) {
        return rights(file, "rw-------");
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        Path above = path.toAbsolutePath().getParent();
        boolean known = above != null
                && Files.getFileAttributeView(above, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
        return known
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
