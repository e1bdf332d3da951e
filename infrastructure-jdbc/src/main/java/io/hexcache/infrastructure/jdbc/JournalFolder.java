package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Makes the directory and the files of a journal so that only their owner can read them. */
final class JournalFolder {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private JournalFolder() {}

    /** The directory, made if it was not there; refused if others may look into it, or it cannot be written. */
    static void prepare(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory.getParent() == null ? directory : directory.getParent());
                Files.createDirectory(directory, permissions(directory, "rwx------"));
            }
            if (isPosix(directory) && !OWNER.containsAll(Files.getPosixFilePermissions(directory))) {
                throw new CacheConfigurationException(
                        "directory %s of the journal can be read by others; say chmod 700 '%s', or name another"
                                .formatted(directory, directory));
            }
        } catch (IOException failure) {
            throw unusable(directory, failure);
        }
        if (!Files.isWritable(directory)) {
            throw new CacheConfigurationException(
                    "directory %s of the journal cannot be written; permit it to this user, or name another".formatted(
                            directory));
        }
    }

    /** Makes an empty file that only its owner can read, unless it is there. */
    static void create(Path file) {
        try {
            Files.createFile(file, permissions(file, "rw-------"));
        } catch (FileAlreadyExistsException there) {
            // As it should be, from the second start on.
        } catch (IOException failure) {
            throw unusable(file, failure);
        }
    }

    private static CacheConfigurationException unusable(Path path, IOException failure) {
        return new CacheConfigurationException(
                ("%s of the journal cannot be made (%s); permit writing there and see that the disk has room, or name"
                        + " another directory")
                        .formatted(path, failure.getMessage()),
                failure);
    }

    private static FileAttribute<?>[] permissions(Path near, String text) {
        return isPosix(near) ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions
                .fromString(text))} : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path near) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
