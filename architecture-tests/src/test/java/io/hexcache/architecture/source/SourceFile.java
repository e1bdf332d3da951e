package io.hexcache.architecture.source;

import io.hexcache.architecture.project.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Java file as text.
 *
 * @param name its path from the project's root
 */
record SourceFile(String name, List<String> lines) {

    static SourceFile read(Path file) {
        try {
            return new SourceFile(ProjectRoot.find().relativize(file).toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the source " + file, e);
        }
    }

    /** Each line in which the pattern occurs, as {@code name:number: line}. */
    Stream<String> linesWith(Pattern pattern) {
        return linesThat(pattern.asPredicate());
    }

    /** Each line that fits, as {@code name:number: line}. */
    Stream<String> linesThat(Predicate<String> fit) {
        return IntStream.range(0, lines.size())
                .filter(i -> fit.test(lines.get(i)))
                .mapToObj(i -> name + ":" + (i + 1) + ": " + lines.get(i).strip());
    }
}
