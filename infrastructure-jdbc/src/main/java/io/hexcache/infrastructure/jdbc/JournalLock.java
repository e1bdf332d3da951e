package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.error.CacheConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Sees to it that one process writes a journal at a time. The system releases it when the process ends, however that
 * happens. Its file says who holds it, and whether the tables beside it were ever made.
 */
final class JournalLock implements AutoCloseable {

    private static final String MADE = "tables made";

    private final Path file;
    private final FileChannel channel;
    private final boolean made;

    private JournalLock(Path file, FileChannel channel, boolean made) {
        this.file = file;
        this.channel = channel;
        this.made = made;
    }

    static JournalLock take(Path file) {
        JournalFolder.create(file);
        Optional<FileChannel> locked = Optional.empty();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                locked = lock == null ? Optional.empty() : Optional.of(channel);
            } finally {
                if (locked.isEmpty()) {
                    channel.close();
                }
            }
            String before = Files.readString(file);
            if (locked.isPresent()) {
                JournalLock taken = new JournalLock(file, locked.get(), before.contains(MADE));
                taken.write(taken.made);
                return taken;
            }
            throw inUse(file, before.lines().findFirst().orElse("another process"));
        } catch (OverlappingFileLockException same) {
            throw inUse(file, "another node of this process");
        } catch (IOException failure) {
            throw new CacheConfigurationException(("%s of the journal cannot be locked (%s); put the journal on a local"
                    + " disk that this user may write").formatted(file, failure.getMessage()), failure);
        }
    }

    private static CacheConfigurationException inUse(Path file, String holder) {
        return new CacheConfigurationException(("the journal in %s is in use by %s; stop that one, or give this one a"
                + " directory of its own with --data").formatted(file.getParent(), holder));
    }

    /** Whether the tables were made by an earlier process. */
    boolean wereTablesMade() {
        return made;
    }

    /** From now on a journal without tables is a damaged one. */
    void tablesMade() {
        try {
            write(true);
        } catch (IOException failure) {
            throw new CacheConfigurationException("%s of the journal cannot be written (%s); see that the disk has room"
                    .formatted(file, failure.getMessage()), failure);
        }
    }

    private void write(boolean withTables) throws IOException {
        String text = "process " + ProcessHandle.current().pid() + "\n" + (withTables ? MADE + "\n" : "");
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            // The system releases the lock with the process at the latest, and nothing was written last.
        }
    }
}
