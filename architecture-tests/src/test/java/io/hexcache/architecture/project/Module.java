package io.hexcache.architecture.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One module: a folder with a pom. */
public record Module(String name, Path folder) {

    /** The Java files under {@code src/main/java}; none if there is no such folder. */
    public List<Path> mainSources() {
        return sources("src/main/java");
    }

    /** The Java files under {@code src/test/java}; none if there is no such folder. */
    public List<Path> testSources() {
        return sources("src/test/java");
    }

    /** The fully qualified names of the top-level types that its main files are named after. */
    public List<String> mainTypes() {
        Path root = folder.resolve("src/main/java");
        return mainSources().stream()
                .map(file -> root.relativize(file).toString().replace(".java", "").replace('\\', '/').replace('/', '.'))
                .filter(name -> !name.endsWith("package-info"))
                .toList();
    }

    private List<Path> sources(String below) {
        Path root = folder.resolve(below);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the Java files under " + root, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
