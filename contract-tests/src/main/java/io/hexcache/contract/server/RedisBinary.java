package io.hexcache.contract.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import redis.embedded.core.ExecutableProvider;

/** A server program on this machine. */
record RedisBinary(String kind, Path executable) {

    private static final List<String> NAMES = List.of("redis-server", "valkey-server");

    /** The first server program in these folders, separated as in the variable PATH. */
    static Optional<RedisBinary> onPath(String path) {
        List<Path> folders = Pattern.compile(Pattern.quote(File.pathSeparator)).splitAsStream(path)
                .filter(folder -> !folder.isBlank()).map(Path::of).toList();
        return NAMES.stream().flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable).findFirst().map(found -> new RedisBinary("binary", found));
    }

    /** The program that a test dependency bundles, if it has one for this machine. */
    static Optional<RedisBinary> bundled() {
        try {
            Path folder = Files.createTempDirectory("hexcache-bundled-redis-");
            File executable = ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
            Stream.of(folder, executable.toPath()).map(Path::toFile).forEach(File::deleteOnExit);
            return Optional.of(new RedisBinary("bundled", executable.toPath()));
        } catch (IOException | RuntimeException notForThisMachine) {
            return Optional.empty();
        }
    }
}
