package io.hexcache.contract.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import redis.embedded.core.ExecutableProvider;

/** A server program on this machine. */
record RedisBinary(String kind, Path executable) {

    private static final List<String> NAMES = List.of("redis-server", "valkey-server");

    private static final Pattern VERSION = Pattern.compile("(\\w+) server v=(\\S+)");

    /** The first server program in these folders, separated as in the variable PATH. */
    static Optional<RedisBinary> onPath(String path) {
        return allOnPath(path).stream().findFirst();
    }

    /** All of them, the first to be taken first. */
    static List<RedisBinary> allOnPath(String path) {
        List<Path> folders = Pattern.compile(Pattern.quote(File.pathSeparator)).splitAsStream(path)
                .filter(folder -> !folder.isBlank()).map(Path::of).toList();
        return NAMES.stream().flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable).map(found -> new RedisBinary("binary", found)).toList();
    }

    /** Which product and version it says that it is, such as {@code redis-7.0.15}. */
    String version() {
        try {
            Process asked = new ProcessBuilder(executable.toString(), "--version").redirectErrorStream(true).start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            if (!version.find()) {
                throw new IllegalStateException("%s does not say its version, but: %s".formatted(executable, said));
            }
            return version.group(1).toLowerCase(Locale.ROOT) + "-" + version.group(2);
        } catch (IOException notExecutable) {
            throw new UncheckedIOException(notExecutable);
        }
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
