package io.hexcache.contract.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file {@code real-servers.log}: a line for each test class, so that a build can print what its tests ran on. */
final class ServerLog {

    private final Path folder;

    ServerLog(Path folder) {
        this.folder = folder;
    }

    /**
     * In the build folder of the module under test: Surefire names the module's, an IDE may run tests from anywhere.
     */
    static ServerLog ofModule() {
        return new ServerLog(Path.of(System.getProperty("basedir", ""), "target"));
    }

    Path file() {
        return folder.resolve("real-servers.log");
    }

    void append(String line) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }
}
